package dev.baton.change.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By when each answer is owed, and what happens when it is late. */
final class DeadlineSentences {
  private static final Map<String, String> CLOCKS =
      Map.of(
          "route", "An owner",
          "review", "The review",
          "qualification", "The qualification",
          "first_touch", "The first touch",
          "opportunity", "The deal, or a rejection,");

  private static final String ASKED = "handRaise = true";
  private static final Set<String> TOLD = Set.of("clock", ASKED, "channel", "segment", "territory");

  private DeadlineSentences() {}

  static List<String> of(DefinitionTables tables) {
    List<String> sentences = new ArrayList<>();
    Set<String> before = new HashSet<>();
    for (ReadTable.Row row : tables.rows("sla-policy")) {
      List<String> clocks = CellWords.words(row.in("clock"));
      for (String clock : clocks.isEmpty() ? List.of("") : clocks) {
        sentences.add(due(row, clock, before.add(clock)));
      }
    }
    for (ReadTable.Row row : tables.rows("escalation-ladder")) {
      sentences.add(overdue(row));
    }
    return sentences;
  }

  private static String due(ReadTable.Row row, String clock, boolean isFirst) {
    String what =
        clock.isEmpty()
            ? "Every other answer"
            : CLOCKS.getOrDefault(clock, "The answer to '%s'".formatted(CellWords.plain(clock)));
    String reminder = row.out("warningMinutes");
    boolean isBusiness = row.text("time").equals("business");
    return "%s %s within %s%s."
        .formatted(
            what,
            clock.equals("route")
                ? "for %s is found".formatted(lead(row, isFirst))
                : "of %s is due".formatted(lead(row, isFirst)),
            within(row, isBusiness, "targetMinutes"),
            CellWords.isSome(reminder)
                ? "; its owner is reminded %s before".formatted(time(isBusiness, reminder))
                : "");
  }

  private static String within(ReadTable.Row row, boolean isBusiness, String output) {
    String calendar = row.out("calendar");
    String of =
        calendar.isEmpty() || !isBusiness
            ? ""
            : calendar.equals("territory")
                ? " of the lead's territory"
                : " of the calendar '%s'".formatted(row.text("calendar"));
    return time(isBusiness, row.out(output)) + of;
  }

  private static String time(boolean isBusiness, String minutes) {
    return isBusiness ? CellWords.openMinutes(minutes) : CellWords.minutes(minutes);
  }

  private static String lead(ReadTable.Row row, boolean isFirst) {
    String channel = CellWords.choice(row.in("channel"));
    String asked = row.in(ASKED);
    String which =
        (asked.isEmpty()
                ? ""
                : asked.equals("true") ? " that asked for sales" : " that didn't ask for sales")
            + said(" of segment ", row.in("segment"))
            + said(" from territory ", row.in("territory"))
            + row.others(TOLD);
    if (channel.isEmpty() && which.isEmpty()) {
      return isFirst ? "every lead" : "every other lead";
    }
    return (channel.isEmpty() ? "a lead" : "an %s lead".formatted(channel)) + which;
  }

  private static String said(String words, String cell) {
    return cell.isEmpty() ? "" : words + CellWords.choice(cell);
  }

  private static String overdue(ReadTable.Row row) {
    String clock = CellWords.choice(CellWords.plain(row.in("clock")));
    String asked = row.in(ASKED);
    return "When %s%s is overdue, its owner is reminded again after %s, and after %s another rep gets the lead."
        .formatted(
            clock.isEmpty() ? "an answer" : "the " + clock,
            asked.isEmpty()
                ? ""
                : asked.equals("true") ? " to a lead that asked for sales" : " to another lead",
            CellWords.minutes(row.out("remindMinutes")),
            CellWords.minutes(row.out("reassignMinutes")));
  }
}
