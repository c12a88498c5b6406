package dev.baton.insight.sla;

import dev.baton.insight.rollup.Measure;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures of deadlines, clock by clock, each defined here and nowhere else: how many there are of
 * each verdict. An answer is late, or missing, from the due instant on, whatever any timer did
 * (rule R7). What was answered before it was due counts from the due instant on, so that no figure
 * flatters with what lies ahead (rule R18).
 */
public enum SlaMeasure {
  MET("Met", "met_at is not null and due_at <= :now", SlaCounts::met),
  MISSED(
      "Missed",
      """
      met_at is null and (missed_at is not null
        or due_at < :now and (voided_at is null or voided_at > due_at))
      """,
      SlaCounts::missed),
  OPEN(
      "Open",
      """
      met_at is null and missed_at is null and due_at >= :now
        and (voided_at is null or voided_at > due_at)
      """,
      SlaCounts::open),
  /** Not asked any more before it was due. */
  VOID(
      "Cancelled",
      "met_at is null and missed_at is null and voided_at <= due_at",
      SlaCounts::voided);

  /** Of which each deadline has one. */
  static final Set<SlaMeasure> VERDICTS = EnumSet.range(MET, VOID);

  /** SQL: the word of the one that holds. */
  static final String VERDICT =
      VERDICTS.stream()
          .map(verdict -> "when %s then '%s'".formatted(verdict.measure.when(), verdict.word()))
          .collect(Collectors.joining(" ", "case ", " end"));

  /** SQL: whether one holds; what was answered ahead of its due instant has none yet. */
  static final String COUNTS =
      VERDICTS.stream()
          .map(verdict -> verdict.measure.when())
          .collect(Collectors.joining(") or (", "(", ")"));

  /** With or without being late. */
  static final Measure ANSWERED =
      Measure.count("answered", "(met_at is not null or ended_at is not null) and due_at <= :now")
          .per("clock")
          .lasting(
              """
              cast(extract(epoch from (coalesce(met_at, ended_at) - started_at))
                as double precision) / 3600
              """);

  /** Met, but in the last tenth of the time there was. */
  static final Measure LAST_MINUTE =
      Measure.count(
              "last_minute",
              """
              met_at is not null and due_at <= :now and extract(epoch from (due_at - met_at)) * 10
                <= extract(epoch from (due_at - started_at))
              """)
          .per("clock");

  static final List<Measure> COUNTED =
      Stream.concat(
              Arrays.stream(values()).map(SlaMeasure::measure), Stream.of(ANSWERED, LAST_MINUTE))
          .toList();

  private final String label;
  private final Measure measure;
  private final ToLongFunction<SlaCounts> count;

  SlaMeasure(String label, String when, ToLongFunction<SlaCounts> count) {
    this.label = label;
    this.measure = Measure.count(word(), when).per("clock");
    this.count = count;
  }

  /** As the contract and addresses call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }

  public long in(SlaCounts counts) {
    return count.applyAsLong(counts);
  }

  /** Whether a cell counts although its deadlines are due later. */
  static boolean isAhead(String cell) {
    return OPEN.measure.has(cell) || VOID.measure.has(cell);
  }

  Measure measure() {
    return measure;
  }
}
