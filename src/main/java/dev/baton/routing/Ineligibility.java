package dev.baton.routing;

/** Why somebody can't be given any lead now: a code, and the words for a person. */
record Ineligibility(SkipReason skip, String words) {}
