package dev.baton.routing;

import dev.baton.people.Person;
import dev.baton.people.Presence;
import java.time.Instant;
import java.util.Optional;

/** Eligibility of a rep for a lead: what keeps them from getting it, if anything does. */
record Eligibility(AssignmentLedger ledger) {

  /** Whatever keeps a rep from it, who has so many open leads. */
  Optional<Ineligibility> of(
      Person rep, Presence presence, RoutingRequest request, int open, Instant at) {
    return hadIt(rep, request)
        .or(() -> away(rep, presence))
        .or(() -> dailyCap(rep, at))
        .or(() -> openCap(rep, open));
  }

  static Optional<Ineligibility> hadIt(Person rep, RoutingRequest request) {
    if (request.declined().contains(rep.id())) {
      return Optional.of(new Ineligibility(SkipReason.DECLINED, "declined this lead"));
    }
    return request.except().contains(rep.id())
        ? Optional.of(new Ineligibility(SkipReason.HAD_IT, "had this lead before"))
        : Optional.empty();
  }

  static Optional<Ineligibility> away(Person rep, Presence presence) {
    return SkipReason.of(presence).map(why -> new Ineligibility(why, presence.words(rep.zone())));
  }

  Optional<Ineligibility> dailyCap(Person rep, Instant at) {
    Integer cap = rep.terms().dailyCap();
    if (cap == null) {
      return Optional.empty();
    }
    Instant today = at.atZone(rep.zone()).toLocalDate().atStartOfDay(rep.zone()).toInstant();
    int given = ledger.given(rep.id(), today);
    return given < cap
        ? Optional.empty()
        : Optional.of(
            new Ineligibility(
                SkipReason.DAILY_CAP, "got %d of %d leads today".formatted(given, cap)));
  }

  static Optional<Ineligibility> openCap(Person rep, int open) {
    Integer cap = rep.terms().openCap();
    return cap == null || open < cap
        ? Optional.empty()
        : Optional.of(
            new Ineligibility(SkipReason.OPEN_CAP, "has %d of %d open leads".formatted(open, cap)));
  }
}
