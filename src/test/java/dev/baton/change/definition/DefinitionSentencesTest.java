package dev.baton.change.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.deploy.ModelVersion;
import dev.baton.engine.deploy.ModelsInForce;
import dev.baton.engine.gate.ModelKind;
import dev.baton.input.Sentences;
import dev.baton.score.ScoringMethod;
import dev.baton.score.ScoringProfile;
import dev.baton.score.ScoringProfileTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The definition in sentences, read out of the models that ship and out of changed ones. */
class DefinitionSentencesTest {

  private static DefinitionTables shipped(UnaryOperator<String> edit) {
    List<ModelVersion> versions = new ArrayList<>();
    try (Stream<Path> tables = Files.list(Path.of("src/main/resources/dmn"))) {
      tables.forEach(file -> versions.add(version(ModelKind.DECISION, file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    versions.add(version(ModelKind.PROCESS, Path.of("src/main/resources/bpmn/lead-handoff.bpmn")));
    return new DefinitionTables(
        new ModelsInForce(Instant.EPOCH, "hash", versions),
        version -> {
          try {
            return new ModelFile(
                version.file(), edit.apply(Files.readString(Path.of(version.file()))));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static ModelVersion version(ModelKind kind, Path file) {
    String key = file.getFileName().toString().replaceAll("\\..*", "");
    return new ModelVersion(kind, key, key, 1, null, "deployment", file.toString());
  }

  private static List<String> mql(DefinitionTables tables, String profile) {
    ScoringProfile usual = new ScoringProfile(profile, ScoringMethod.of(profile).orElseThrow());
    return new MqlSentences(tables, usual, type -> type).sentences();
  }

  @Test
  void the_line_of_the_chosen_profile_is_told_with_its_number() {
    assertThat(mql(shipped(text -> text), "two-axis"))
        .contains(
            "A lead is sales-ready, and an MQL, when its score is 80 or more.",
            "A lead becomes an MQL when it raises its hand.",
            "A lead becomes an MQL when its score is 60 or more.");
    assertThat(mql(shipped(text -> text.replace("<text>60</text>", "<text>55</text>")), "two-axis"))
        .contains("A lead becomes an MQL when its score is 55 or more.");
    assertThat(mql(shipped(text -> text), "gate"))
        .contains(
            "A lead becomes an MQL when its fit is 60 or more and the number of its qualifying"
                + " acts is 1 or more.");
  }

  @Test
  void a_product_line_is_told_with_its_own_line() {
    DefinitionTables tables =
        shipped(
            text ->
                ScoringProfileTables.withThreshold(
                    ScoringProfileTables.with(text, "large", "payments", null, "payments", null),
                    "payments",
                    70));
    assertThat(mql(tables, "two-axis"))
        .contains(
            "A lead becomes an MQL when its score is 60 or more.",
            "A lead of segment large with Product payments is scored by the profile “payments”.",
            "Profile “payments”: A lead becomes an MQL when its score is 70 or more.");
  }

  @Test
  void points_are_told_with_their_reason_and_their_limit() {
    assertThat(new ScoreSentences(shipped(text -> text), "two-axis").sentences())
        .contains(
            "Fit gains 20 points: The company has 50 to 500 people, our core market.",
            "Behaviour loses 20 points: Is a student.",
            "Behaviour gains 5 points: Compared us with others on a comparison page, each time, at"
                + " most 10 points.",
            "Fit counts for at most 50 points.");
  }

  @Test
  void a_promise_is_told_in_the_time_that_counts() {
    assertThat(DeadlineSentences.of(shipped(text -> text)))
        .contains(
            "The review of a lead that asked for sales is due within 4 hours; its owner is"
                + " reminded 1 hour before.",
            "The qualification of every lead is due within 5 days; its owner is reminded 24 hours"
                + " before.");
    assertThat(
            DeadlineSentences.of(
                shipped(
                    text ->
                        text.replace(
                            "id=\"qualification-out-time\">\n          <text>\"calendar\"",
                            "id=\"qualification-out-time\">\n          <text>\"business\""))))
        .contains(
            "The qualification of every lead is due within 120 business hours; its owner is"
                + " reminded 24 business hours before.");
  }

  @Test
  void what_a_cell_says_in_no_known_way_is_told_as_it_is_written() {
    assertThat(
            DeadlineSentences.of(
                shipped(text -> text.replace("<text>120 * 60</text>", "<text>days * 1440</text>"))))
        .contains(
            "The qualification of every lead is due within days * 1440 minutes; its owner is"
                + " reminded 24 hours before.");
  }

  @Test
  void each_reason_says_at_which_question_it_may_be_given_and_what_follows() {
    assertThat(ReasonSentences.of(shipped(text -> text)))
        .hasSize(9)
        .contains(
            "“Bad timing” may be said at the qualification, the first touch and the opportunity:"
                + " the lead goes back to marketing and rests for 60 days; its owner hears when"
                + " the rest is over.",
            "“Already in work” may be said at the review: the lead is out; its record is merged"
                + " with the one in work.");
  }

  @Test
  void who_may_become_an_sql_and_without_what_nobody_does_is_told() {
    assertThat(AcceptanceSentences.sql(shipped(text -> text)))
        .contains(
            "An SAL of segment large is qualified by MEDDIC.",
            "Every other SAL is qualified by BANT.",
            "A lead of segment large is no SQL without timing: in a large company no date means no"
                + " project; what to do: ask by when they want it solved.");
    assertThat(
            AcceptanceSentences.sal(
                shipped(text -> text.replace("\"explicit\"</text>", "\"implicit\"</text>"))))
        .containsExactly(
            "Every MQL becomes an SAL without a review: with its first touch or its"
                + " qualification.");
  }

  @Test
  void each_question_says_whom_it_is_asked_of() {
    assertThat(OwnerSentences.of(shipped(text -> text), "lead-handoff"))
        .contains(
            "“Review lead” is asked of the lead's owner: The owner says whether the lead is worth"
                + " working.")
        .last()
        .isEqualTo("Of these cases the first that fits counts.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-axis", "additive", "gate"})
  void what_ships_is_told_in_whole_sentences_without_signs_of_a_model(String profile) {
    DefinitionTables tables = shipped(text -> text);

    assertThat(all(tables, profile))
        .isNotEmpty()
        .allSatisfy(
            sentence ->
                assertThat(sentence)
                    .endsWith(".")
                    .doesNotContain("\"", "${", "null", "  ", " minutes minutes", "isn't set"));
  }

  private static List<String> all(DefinitionTables tables, String profile) {
    return Stream.of(
            mql(tables, profile),
            new ScoreSentences(tables, profile).sentences(),
            AcceptanceSentences.sal(tables),
            AcceptanceSentences.sql(tables),
            DeadlineSentences.of(tables),
            OwnerSentences.of(tables, "lead-handoff"),
            ReasonSentences.of(tables))
        .flatMap(List::stream)
        .toList();
  }

  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(the|of|is|are|and|it|its|when|with|or|by|for|to|each|every|who|from|that|this|owner|within)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Also of tables that somebody changed, as far as they say it in our words. */
  private static Stream<UnaryOperator<String>> changes() {
    return Stream.of(
        text -> text,
        text -> text.replace("\"explicit\"</text>", "\"implicit\"</text>"),
        text -> text.replace("\"HUMAN\"</text>", "\"AUTO\"</text>"),
        text -> text.replace("\"HUMAN\"</text>", "\"AUTO_THEN_CONFIRM\"</text>"),
        text -> text.replace("\"calendar\"</text>", "\"business\"</text>"),
        text -> text.replace("<text>60</text>", "<text>55</text>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-axis", "additive", "gate"})
  void what_is_told_is_told_in_german_too(String profile) {
    changes()
        .map(change -> all(shipped(change), profile))
        .forEach(
            sentences ->
                assertThat(sentences)
                    .isNotEmpty()
                    .allSatisfy(
                        sentence ->
                            assertThat(Sentences.ofModels(Locale.GERMAN, sentence))
                                .as(sentence)
                                .endsWith(".")
                                .doesNotContainPattern(ENGLISH)
                                .doesNotContain("{", "\u201c\u201c")));
  }
}
