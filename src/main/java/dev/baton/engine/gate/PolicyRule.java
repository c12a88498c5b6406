package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Each row of the SLA policy promises a time that can be counted: a target, the kind of time said
 * outright, and for business time a calendar that somebody keeps.
 */
public class PolicyRule implements ModelRule {
  public static final String POLICY = "sla-policy";
  private static final String CALENDAR_TIME = "calendar";
  private static final String BUSINESS_TIME = "business";

  private final Supplier<Set<String>> calendars;

  PolicyRule(Supplier<Set<String>> calendars) {
    this.calendars = calendars;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("decision")
        .filter(decision -> ModelXml.id(decision).equals(POLICY))
        .flatMap(decision -> ModelXml.all(decision, "decisionTable"))
        .forEach(
            table -> {
              List<String> columns =
                  children(table, "output")
                      .map(output -> attribute(output, "name").orElse(""))
                      .toList();
              children(table, "rule").forEach(row -> row(row, columns, findings));
            });
  }

  private void row(Element row, List<String> columns, Findings findings) {
    Map<String, PolicyCell> cells = new HashMap<>();
    List<Element> entries = children(row, "outputEntry").toList();
    for (int i = 0; i < Math.min(columns.size(), entries.size()); i++) {
      cells.put(columns.get(i), PolicyCell.of(entries.get(i)));
    }
    minutes(row, "target", cells.get("targetMinutes"), 1, findings);
    minutes(row, "warning", cells.get("warningMinutes"), 0, findings);
    time(row, cells.get("time"), cells.get("calendar"), findings);
  }

  /** What depends on an input is known when the clock starts. */
  private static void minutes(
      Element row, String what, @Nullable PolicyCell cell, int least, Findings findings) {
    if (cell == null || !cell.constant()) {
      return;
    }
    if (!(cell.value() instanceof Number number) || number.longValue() < least) {
      findings.add(
          row, "has no %s: %s; write whole minutes, %d or more", what, cell.shown(), least);
    }
  }

  private void time(
      Element row, @Nullable PolicyCell time, @Nullable PolicyCell calendar, Findings findings) {
    if (time == null || calendar == null) {
      return;
    }
    if (BUSINESS_TIME.equals(time.value())) {
      known(row, calendar, findings);
    } else if (!CALENDAR_TIME.equals(time.value())) {
      findings.add(row, "says time %s; write \"calendar\" or \"business\"", time.shown());
    } else if (!calendar.isEmpty()) {
      findings.add(
          row,
          "names a calendar but counts calendar time; write \"business\", or leave the calendar empty");
    }
  }

  private void known(Element row, PolicyCell calendar, Findings findings) {
    if (calendar.isEmpty()) {
      findings.add(row, "counts business time and names no calendar");
    } else if (calendar.constant() && !calendars.get().contains(calendar.value())) {
      findings.add(
          row,
          "names the calendar %s, which nobody keeps; there are: %s",
          calendar.shown(),
          String.join(", ", new TreeSet<>(calendars.get())));
    }
  }
}
