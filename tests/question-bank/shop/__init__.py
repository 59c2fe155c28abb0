"""An app without models of its own: checks put theirs here, each for itself."""
