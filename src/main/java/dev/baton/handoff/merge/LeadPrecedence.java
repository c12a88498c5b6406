package dev.baton.handoff.merge;

import dev.baton.handoff.record.Handoff;
import dev.baton.lead.Lead;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Precedence of two leads that become one: whose stage and handoff go on. */
@Component
class LeadPrecedence {
  private static final String DUPLICATE = "duplicate";

  private final Stages stages;

  LeadPrecedence(Stages stages) {
    this.stages = stages;
  }

  /** Whose stage goes on: a customer's, the handoff's that is further along, then the memory. */
  String stays(Lead older, Optional<Handoff> mine, Lead younger, Optional<Handoff> theirs) {
    Comparator<Lead> further =
        Comparator.comparingInt(
            lead -> rank(lead, (lead.id().equals(older.id()) ? mine : theirs).isPresent()));
    if (mine.isPresent() && theirs.isPresent()) {
      further =
          further
              .thenComparing(l -> (l.id().equals(older.id()) ? mine : theirs).get().state())
              .thenComparing(l -> stage(l) == Stage.OPPORTUNITY)
              .thenComparing(
                  l -> (l.id().equals(older.id()) ? mine : theirs).get().frozen().mqlAt(),
                  Comparator.reverseOrder());
    } else {
      further = further.thenComparing(this::restsUntil);
    }
    return further.compare(younger, older) > 0 ? younger.id() : older.id();
  }

  private Stage stage(Lead lead) {
    return stages.current(lead.id()).map(StageEpisode::stage).orElseThrow();
  }

  private Instant restsUntil(Lead lead) {
    return stages.current(lead.id()).map(StageEpisode::coolingUntil).orElse(Instant.EPOCH);
  }

  private int rank(Lead lead, boolean isWithSales) {
    StageEpisode now = stages.current(lead.id()).orElseThrow();
    if (isWithSales) {
      return 5;
    }
    return switch (now.stage()) {
      case CUSTOMER -> 6;
      case DISQUALIFIED -> DUPLICATE.equals(now.reason()) ? -1 : 4;
      case RECYCLED -> 3;
      case LEAD -> 1;
      default -> 0;
    };
  }
}
