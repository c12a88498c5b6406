package dev.baton.change.load;

import dev.baton.change.backtest.CandidateTables;
import dev.baton.change.backtest.ReplayedMql;
import dev.baton.change.backtest.ReplayedMqls;
import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.PastDecisions;
import dev.baton.engine.TableVersions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Forecast of what a proposal gives reps to do: a dry run over the MQLs of its back-test. */
@Component
public class LoadForecast {
  private static final long SEED = 15;
  private static final int RUNS = 100;

  private static final List<String> ASSUMES =
      List.of(
          "Today's people take the leads, with their weights, caps, hours, absences and skills.",
          "Nobody looks after a company yet: each lead is a turn in the team that routing names.",
          "Answers take as long as they took in the year before, by clock and team, of leads that"
              + " asked for sales and others apart, where there are 20 of them; however much there"
              + " is to do.",
          "What nobody can take stays where it is.");

  private final PastDecisions decisions;
  private final ArrivingLeads arriving;
  private final AnswerHistories histories;

  LoadForecast(PastDecisions decisions, ArrivingLeads arriving, AnswerHistories histories) {
    this.decisions = decisions;
    this.arriving = arriving;
    this.histories = histories;
  }

  /** Reads only. */
  public LoadReport of(CandidateTables tables, ReplayedMqls mqls, Instant from, Instant to) {
    TableVersions versions = decisions.versions();
    AnswerHistory history = histories.before(to);
    long days = Math.max(1, Duration.between(from, to).toDays());
    return new LoadReport(
        SEED,
        RUNS,
        days,
        figures(mqls.now(), versions.inForce(Instant.MAX), history, days),
        figures(mqls.then(), versions.with(tables.files()), history, days),
        ASSUMES);
  }

  private LoadReport.Figures figures(
      List<ReplayedMql> mqls, DecisionSnapshot tables, AnswerHistory history, long days) {
    return new LoadSimulation(arriving.of(mqls, tables), history, days).run(SEED, RUNS);
  }
}
