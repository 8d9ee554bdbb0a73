"""The pages of the premises: public.py for whoever comes, leader.py for the province, the others for officers."""
