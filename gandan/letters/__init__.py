"""Letters: letters of the commune on events of life and work: drafted by an event, signed by a person, handed over with proof."""
