package dev.baton.handoff.assignment;

import org.springframework.stereotype.Component;

/** Sweep of the open leads of who isn't there: of who left, and of who is away or back. */
@Component
public class AbsentOwners {
  private final RepDeparture departure;
  private final AbsenceHandover absence;

  AbsentOwners(RepDeparture departure, AbsenceHandover absence) {
    this.departure = departure;
    this.absence = absence;
  }

  public void sweep() {
    departure.handOverRest();
    absence.sweep();
  }
}
