package dev.baton.lead;

import java.util.List;

/** An import is taken back: leads that only it knew of go, and all that was recorded with them. */
public record LeadsRemoved(List<String> leadIds) {}
