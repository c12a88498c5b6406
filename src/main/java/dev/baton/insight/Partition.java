package dev.baton.insight;

import dev.baton.handoff.Deadline;
import dev.baton.sla.Elapsed;

/** Says where the time of a stopped clock went. */
interface Partition {
  Elapsed of(Deadline deadline);
}
