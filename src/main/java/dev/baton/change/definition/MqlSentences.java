package dev.baton.change.definition;

import dev.baton.score.ScoringMethod;
import dev.baton.score.ScoringProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Who becomes an MQL: the line, the raised hand, and what marketing looks at. */
final class MqlSentences {
  private static final Set<String> TOLD = Set.of("profile", "handRaise", "total", "fit", "acts");

  private final DefinitionTables tables;
  private final ScoringProfile profile;
  private final UnaryOperator<String> signalLabels;

  MqlSentences(
      DefinitionTables tables, ScoringProfile profile, UnaryOperator<String> signalLabels) {
    this.tables = tables;
    this.profile = profile;
    this.signalLabels = signalLabels;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>(lines());
    sentences.addAll(otherProfiles());
    sentences.addAll(handRaisers());
    return sentences;
  }

  private List<String> lines() {
    return tables.rows("lead-stage").stream()
        .filter(row -> CellWords.takes(row.in("profile"), profile.method().word()))
        .flatMap(row -> sentence(row).stream())
        .toList();
  }

  /** What is told of other profiles is where their lines are. */
  private List<String> otherProfiles() {
    List<String> sentences = new ArrayList<>();
    for (ReadTable.Row row : tables.rows("scoring-profile")) {
      String method = ScoringMethod.of(row.text("method")).map(ScoringMethod::word).orElse("");
      ScoringProfile other = profile.orOf(row.text("profile"), method);
      if (!other.equals(profile)) {
        String who = row.others(Set.of());
        String name = CellWords.quoted(other.name());
        sentences.add(
            "%s is scored by the profile %s."
                .formatted(who.isEmpty() ? "Every other lead" : "A lead" + who, name));
        new MqlSentences(tables, other, signalLabels)
            .lines().stream()
                .map(line -> "Profile %s: %s".formatted(name, line))
                .filter(line -> !sentences.contains(line))
                .forEach(sentences::add);
      }
    }
    return sentences;
  }

  private List<String> sentence(ReadTable.Row row) {
    String verdict = row.text("verdict");
    List<String> conditions = conditions(row);
    if (conditions.isEmpty()) {
      return verdict.equals("none") ? List.of() : List.of(begin(verdict) + " in every other case.");
    }
    return List.of("%s when %s.".formatted(begin(verdict), CellWords.list(conditions)));
  }

  private static String begin(String verdict) {
    return switch (verdict) {
      case "mql" -> "A lead becomes an MQL";
      case "sales_ready" -> "A lead is sales-ready, and an MQL,";
      case "tell_marketing" -> "Otherwise a lead becomes no MQL, and marketing is told,";
      case "none" -> "A lead becomes no MQL";
      default -> "The verdict is '%s'".formatted(verdict);
    };
  }

  private List<String> conditions(ReadTable.Row row) {
    String hand = row.in("handRaise");
    return Stream.of(
            hand.equals("true") ? "it raises its hand" : hand.isEmpty() ? "" : "it raised no hand",
            number(row.in("total"), "its score"),
            number(row.in("fit"), "its fit"),
            number(row.in("acts"), "the number of its qualifying acts"),
            row.others(TOLD).isEmpty() ? "" : "it is one" + row.others(TOLD))
        .filter(condition -> !condition.isEmpty())
        .toList();
  }

  private String number(String cell, String what) {
    return cell.isEmpty() ? "" : what + " " + CellWords.bound(cell, this::threshold);
  }

  private String threshold(String name) {
    return name.matches("\\d.*")
        ? name
        : tables.rows("score-threshold").stream()
            .filter(row -> CellWords.takes(row.in("profile"), profile.name()))
            .map(row -> row.text(name))
            .findFirst()
            .orElse("");
  }

  private List<String> handRaisers() {
    return tables.rows("hand-raiser").stream()
        .filter(row -> row.out("handRaiser").equals("true"))
        .map(
            row ->
                row.in("signal").isEmpty()
                    ? "Any other signal is a raised hand."
                    : "Each of these is a raised hand: %s."
                        .formatted(
                            CellWords.list(
                                CellWords.words(row.in("signal")).stream()
                                    .map(signalLabels)
                                    .map(CellWords::quoted)
                                    .toList())))
        .toList();
  }
}
