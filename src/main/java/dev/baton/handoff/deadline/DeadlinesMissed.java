package dev.baton.handoff.deadline;

import java.util.List;

/** Clocks ran out, together; each as its miss left it. */
public record DeadlinesMissed(List<DeadlineChanged> all) {}
