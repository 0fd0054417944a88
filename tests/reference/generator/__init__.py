"""Makes rule sets over every form of the language, with vocabularies, parameters and scenarios, out of a seed."""
