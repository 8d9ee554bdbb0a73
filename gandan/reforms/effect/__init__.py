"""The measured effect of an adopted model: before and after against communes without it (docs/adr/0009-effect.md).

`panel` reckons, pure; `narrowing` says which procedures and weekdays an adoption is about; `reckoning` asks the measures
and gives rows; `reading` is what pages and commands say of the kept rows. `panel` and `reckoning` need numpy and scipy,
which only the worker and the commands load: import them there.
"""
