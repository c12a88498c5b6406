package dev.baton.know.scorecard;

import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Cases to learn from, and later ones that nothing is learned from. */
record CaseSplit(List<PastCase> training, List<PastCase> heldOut) {
  private static final int FEWEST_TRAINING = 400;
  private static final int FEWEST_TRAINING_EACH = 80;
  private static final int FEWEST_HELD_OUT = 100;
  private static final int FEWEST_HELD_OUT_EACH = 20;
  private static final int MOST_MONTHS = 12;

  /**
   * The latest month with enough cases is held out, and what came after it; where one month has
   * nearly all of them, the later fifth.
   *
   * @throws InvalidInput that says what is missing
   */
  static CaseSplit of(List<PastCase> cases, ZoneId zone) {
    refuseTooFew(cases);
    YearMonth last = YearMonth.from(cases.get(cases.size() - 1).at().atZone(zone));
    for (int back = 0; back < MOST_MONTHS; back++) {
      Instant cut = last.minusMonths(back).atDay(1).atStartOfDay(zone).toInstant();
      int first = (int) cases.stream().filter(one -> one.at().isBefore(cut)).count();
      CaseSplit split = at(cases, first);
      if (split.isEnough()) {
        return split;
      }
    }
    CaseSplit split = at(cases, cases.size() - cases.size() / 5);
    if (!split.isEnough()) {
      throw InvalidInput.at(
          "heldOut",
          "the last of the cases must have %d of each outcome to check the points with, and the ones before %d"
              .formatted(FEWEST_HELD_OUT_EACH, FEWEST_TRAINING_EACH));
    }
    return split;
  }

  private static CaseSplit at(List<PastCase> cases, int first) {
    return new CaseSplit(cases.subList(0, first), cases.subList(first, cases.size()));
  }

  private static void refuseTooFew(List<PastCase> cases) {
    long went = went(cases);
    List<FieldError> missing = new ArrayList<>();
    missing(missing, "cases", cases.size(), FEWEST_TRAINING + FEWEST_HELD_OUT, "known outcomes");
    missing(missing, "sql", went, FEWEST_TRAINING_EACH + FEWEST_HELD_OUT_EACH, "SQLs");
    missing(
        missing,
        "rejected",
        cases.size() - went,
        FEWEST_TRAINING_EACH + FEWEST_HELD_OUT_EACH,
        "handoffs that did not become an SQL");
    if (!missing.isEmpty()) {
      throw new InvalidInput("There are too few outcomes to learn from.", missing);
    }
  }

  private static void missing(
      List<FieldError> missing, String field, long there, int needed, String what) {
    if (there < needed) {
      missing.add(
          new FieldError(field, "%d %s are needed, there are %d".formatted(needed, what, there)));
    }
  }

  private boolean isEnough() {
    return has(training, FEWEST_TRAINING, FEWEST_TRAINING_EACH)
        && has(heldOut, FEWEST_HELD_OUT, FEWEST_HELD_OUT_EACH);
  }

  private static boolean has(List<PastCase> cases, int fewest, int each) {
    long went = went(cases);
    return cases.size() >= fewest && went >= each && cases.size() - went >= each;
  }

  private static long went(List<PastCase> cases) {
    return cases.stream().filter(PastCase::wentOn).count();
  }
}
