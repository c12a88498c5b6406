package dev.baton.change.backtest;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.PastDecisions;
import dev.baton.engine.TableVersions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Back-test of proposed decision tables (rule R22). What was recorded is compared with the replay
 * of what was in force at each instant, then with what is in force now and the proposal in it.
 */
@Component
public class BackTest {
  private static final int BULK = 300;

  private final PersonHistories histories;
  private final PastDecisions decisions;
  private final JudgementTools tools;
  private final Clock clock;

  BackTest(PersonHistories histories, PastDecisions decisions, JudgementTools tools, Clock clock) {
    this.histories = histories;
    this.decisions = decisions;
    this.tools = tools;
    this.clock = clock;
  }

  /**
   * Replays the leads of a range; reads only, outside of any transaction of the caller.
   *
   * @param from inclusive
   * @param to exclusive; not after now
   * @throws dev.baton.input.InvalidInput when a file can't be read
   * @throws dev.baton.engine.DecisionFailure when a proposed table doesn't answer
   * @throws BackTestCancelled when {@code progress} said so
   */
  public BackTestReport run(
      CandidateTables tables, Instant from, Instant to, BackTestProgress progress) {
    TableVersions versions = decisions.versions();
    DecisionSnapshot proposal = versions.with(decisionTables(tables));
    List<String> ids = histories.ids(from, to);
    BackTestFigures figures = new BackTestFigures(from, to);
    for (int next = 0; next < ids.size(); next += BULK) {
      if (!progress.reached(next, ids.size())) {
        throw new BackTestCancelled();
      }
      for (PersonHistory person :
          histories.of(ids.subList(next, Math.min(ids.size(), next + BULK)))) {
        List<JudgedOccasion> occasions = JudgedOccasion.of(person, from, to);
        figures.add(new PersonReplay(person, occasions, versions, proposal, tools).replay());
      }
    }
    progress.reached(ids.size(), ids.size());
    return figures.report(clock.instant());
  }

  private static Map<String, String> decisionTables(CandidateTables tables) {
    return tables.files().entrySet().stream()
        .filter(file -> file.getKey().endsWith(".dmn"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
