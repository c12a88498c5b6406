package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportFields;
import dev.baton.connect.mapping.ImportIssue;
import dev.baton.connect.mapping.ImportPlan;
import dev.baton.connect.mapping.ParsedRow;
import dev.baton.insight.funnel.imported.ImportedHandoff;
import dev.baton.lead.Lead;
import dev.baton.stage.ImportedStages;
import dev.baton.stage.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stages that a row tells of the past. Who reached a stage has reached the ones before it: one that
 * the row leaves out was reached when the next one was (rule R9).
 *
 * @param reached by field, in the order of the stages
 * @param end the field of the end that the row tells, or null
 */
record PastStages(
    Map<Stage, Instant> reached,
    @Nullable String end,
    @Nullable Instant endedAt,
    @Nullable String reason,
    Optional<BigDecimal> value,
    @Nullable String currency) {
  private static final Map<String, Stage> STAGES = stages();
  private static final String AFTER = "is after %s; counted as reached by then";
  private static final List<String> ENDS = List.of("wonAt", "lostAt", "rejectedAt");
  private static final Set<String> REASONS =
      Set.of(
          "wrong_icp",
          "low_intent",
          "duplicate",
          "unreachable",
          "no_budget",
          "no_authority",
          "no_active_need",
          "bad_timing",
          "competitor");

  private static Map<String, Stage> stages() {
    Map<String, Stage> stages = new LinkedHashMap<>();
    stages.put("mqlAt", Stage.MQL);
    stages.put("salAt", Stage.SAL);
    stages.put("sqlAt", Stage.SQL);
    stages.put("opportunityAt", Stage.OPPORTUNITY);
    stages.put("wonAt", Stage.CUSTOMER);
    return stages;
  }

  /** Reads what a row tells, and adds to it what is wrong or odd; empty where it tells nothing. */
  static Optional<PastStages> read(ParsedRow row, ImportPlan plan, Instant now) {
    Map<String, Instant> told = new LinkedHashMap<>();
    for (String field : ImportFields.STAGES) {
      String at = row.outcome().get(field);
      if (at != null) {
        told.put(field, Instant.parse(at));
      }
    }
    if (told.isEmpty()) {
      return Optional.empty();
    }
    check(row, told, plan, now);
    String end = ENDS.stream().filter(told::containsKey).findFirst().orElse(null);
    return Optional.of(
        new PastStages(
            reached(row, told, plan),
            end,
            end == null ? null : told.get(end),
            reason(row, plan),
            Optional.ofNullable(row.outcome().get("value")).map(BigDecimal::new),
            currency(row, plan)));
  }

  private static void check(
      ParsedRow row, Map<String, Instant> told, ImportPlan plan, Instant now) {
    if (ENDS.stream().filter(told::containsKey).count() > 1) {
      row.errors().add(issue(plan, "lostAt", "has more than one end; leave one"));
    }
    told.forEach(
        (field, at) -> {
          if (at.isAfter(now)) {
            row.errors().add(issue(plan, field, "is in the future"));
          }
        });
  }

  private static ImportIssue issue(ImportPlan plan, String field, String message) {
    return new ImportIssue(plan.columnOf(field).orElse(null), field, message);
  }

  /** From the last one to the first: each was reached by the next one at the latest. */
  private static Map<Stage, Instant> reached(
      ParsedRow row, Map<String, Instant> told, ImportPlan plan) {
    Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
    List<String> fields = new ArrayList<>(ImportFields.STAGES);
    Collections.reverse(fields);
    String next = null;
    for (String field : fields) {
      Instant at = told.get(field);
      if (at != null && next != null && at.isAfter(told.get(next))) {
        row.warnings().add(issue(plan, field, AFTER.formatted(plan.columnOf(next).orElse(next))));
        told.put(field, told.get(next));
      }
      next = at == null ? next : field;
      Stage stage = STAGES.get(field);
      boolean isPassed = at != null || reached.size() > 0 || field.equals("mqlAt");
      if (stage != null && next != null && isPassed) {
        reached.put(stage, told.get(next));
      }
    }
    return reached;
  }

  private static @Nullable String reason(ParsedRow row, ImportPlan plan) {
    String written = row.outcome().get("reason");
    if (written == null) {
      return null;
    }
    String code = written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    if (REASONS.contains(code)) {
      return code;
    }
    row.warnings()
        .add(
            issue(
                plan,
                "reason",
                "'%s' is none of %s; left out"
                    .formatted(written, String.join(", ", REASONS.stream().sorted().toList()))));
    return null;
  }

  private static @Nullable String currency(ParsedRow row, ImportPlan plan) {
    String written = row.outcome().get("currency");
    if (!row.outcome().containsKey("value")) {
      return null;
    }
    try {
      return Currency.getInstance(String.valueOf(written)).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      row.outcome().remove("value");
      row.warnings()
          .add(
              issue(
                  plan,
                  written == null ? "value" : "currency",
                  "an amount needs an ISO 4217 currency, such as EUR; left out"));
      return null;
    }
  }

  Instant first() {
    return reached.values().stream().min(Instant::compareTo).orElseThrow();
  }

  /** The lead's episodes: at the end it is a customer, or with marketing again. */
  List<ImportedStages.Entered> episodes(Instant now) {
    List<ImportedStages.Entered> episodes = new ArrayList<>();
    reached.forEach((stage, at) -> episodes.add(new ImportedStages.Entered(stage, at, null)));
    if (!reached.containsKey(Stage.CUSTOMER)) {
      episodes.add(
          new ImportedStages.Entered(Stage.RECYCLED, endedAt == null ? now : endedAt, reason));
    }
    return episodes;
  }

  ImportedHandoff handoff(Lead lead, Instant now) {
    Instant closedAt = endedAt == null ? now : endedAt;
    return new ImportedHandoff(
        lead,
        reached,
        end == null || end.equals("wonAt") ? null : no(closedAt),
        value.orElse(null),
        currency,
        closedAt);
  }

  private ImportedHandoff.Rejection no(Instant at) {
    String stage = "lostAt".equals(end) ? "LOST" : "REJECTED";
    return new ImportedHandoff.Rejection(stage, at, question(), reason);
  }

  /** What was asked when the answer was no. */
  private String question() {
    if (reached.containsKey(Stage.OPPORTUNITY)) {
      return "opportunity";
    }
    if (reached.containsKey(Stage.SQL)) {
      return "first_touch";
    }
    return reached.containsKey(Stage.SAL) ? "qualification" : "review";
  }
}
