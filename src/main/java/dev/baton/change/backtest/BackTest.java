package dev.baton.change.backtest;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.PastDecisions;
import dev.baton.engine.TableVersions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
    return runWithMqls(tables, from, to, progress).report();
  }

  /** As {@link #run}, with the MQLs behind the figures. */
  public BackTestResult runWithMqls(
      CandidateTables tables, Instant from, Instant to, BackTestProgress progress) {
    TableVersions versions = decisions.versions();
    DecisionSnapshot proposal = versions.with(decisionTables(tables));
    List<String> ids = histories.ids(from, to);
    BackTestFigures figures = new BackTestFigures(from, to);
    List<ReplayedMql> mqlsNow = new ArrayList<>();
    List<ReplayedMql> mqlsThen = new ArrayList<>();
    for (int next = 0; next < ids.size(); next += BULK) {
      if (!progress.reached(next, ids.size())) {
        throw new BackTestCancelled();
      }
      for (PersonHistory person :
          histories.of(ids.subList(next, Math.min(ids.size(), next + BULK)))) {
        List<JudgedOccasion> occasions = JudgedOccasion.of(person, from, to);
        PersonResult result =
            new PersonReplay(person, occasions, versions, proposal, tools).replay();
        figures.add(result);
        mqlsNow.addAll(result.mqls().now());
        mqlsThen.addAll(result.mqls().then());
      }
    }
    progress.reached(ids.size(), ids.size());
    return new BackTestResult(
        figures.report(clock.instant()), new ReplayedMqls(inOrder(mqlsNow), inOrder(mqlsThen)));
  }

  private static List<ReplayedMql> inOrder(List<ReplayedMql> mqls) {
    return mqls.stream()
        .sorted(Comparator.comparing(ReplayedMql::at).thenComparing(ReplayedMql::leadId))
        .toList();
  }

  /**
   * Where those who did something lately first differ from the record; as {@link #run}.
   *
   * @param since from when on differences count
   * @param from from when on (inclusive) somebody has done something lately
   */
  public List<LiveDifference> differences(
      CandidateTables tables, Instant since, Instant from, Instant to) {
    TableVersions versions = decisions.versions();
    DecisionSnapshot proposal = versions.with(decisionTables(tables));
    List<String> ids = histories.ids(from, to);
    List<LiveDifference> found = new ArrayList<>();
    for (int next = 0; next < ids.size(); next += BULK) {
      for (PersonHistory person :
          histories.of(ids.subList(next, Math.min(ids.size(), next + BULK)))) {
        List<JudgedOccasion> occasions = JudgedOccasion.of(person, since, to);
        found.add(
            LiveDifference.of(
                new PersonReplay(person, occasions, versions, proposal, tools).replay()));
      }
    }
    return found;
  }

  private static Map<String, String> decisionTables(CandidateTables tables) {
    return tables.files().entrySet().stream()
        .filter(file -> file.getKey().endsWith(".dmn"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
