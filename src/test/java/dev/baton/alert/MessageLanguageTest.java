package dev.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.people.Language;
import dev.baton.people.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever reads a message reads all of it in their own language. */
class MessageLanguageTest {
  private final RecordingMessenger slack = new RecordingMessenger("slack");
  private AlertTestBed office;

  @BeforeEach
  void open() {
    office = new AlertTestBed(slack);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_message_of_each_kind_is_in_its_readers_language_as_a_whole(Language language) {
    reads("rita", language);
    for (NoticeKind kind : NoticeKind.values()) {
      if (!kind.isToLead()) {
        tells(kind, language);
      }
    }
  }

  private void tells(NoticeKind kind, Language language) {
    Text headline =
        Text.of(
            "overdue", Map.of("question", Text.of("question_first_touch"), "owner", "Rita Rossi"));
    office.outbox.tell(
        new Notice(
            kind.word(),
            kind,
            "lead-1",
            "handoff-1",
            "rita",
            wording -> new NoticeContent.Written(wording.say(headline), office.pack()),
            true));
    office.deliver();

    String text = office.alert(kind.word(), "slack").text();
    List<String> german = List.of("Wer: ", "Bis wann: Di., 24. Nov., 17:05 Uhr (Berlin)", "öffnen");
    List<String> english = List.of("Who: ", "By when: Tue 24 Nov, 17:05 Berlin time", "Open ");
    assertThat(text).doesNotContain("{", "}", "_");
    assertThat(text).contains(language == Language.DE ? german : english);
    assertThat(text).doesNotContain(language == Language.DE ? english : german);
    assertThat(office.alert(kind.word(), "slack").subject())
        .isEqualTo(
            language == Language.DE
                ? "Erstkontakt überfällig, zuständig: Rita Rossi"
                : "First touch overdue, owner Rita Rossi");
  }

  @Test
  void who_stands_in_reads_why_in_their_own_language() {
    reads("mona", Language.DE);
    office.people.save(AlertTestBed.person("rita", "Rita Rossi", Role.SALES, "UTC", false));
    office.outbox.tell(
        Notice.note(
            "k", NoticeKind.FAILURE, "rita", NoticeContent.of(Text.of("unowned"), "/", List.of())));
    office.deliver();
    assertThat(office.alert("k", "slack").text())
        .startsWith("Sie bekommen das für Rita Rossi;")
        .contains("Für diesen Lead ist noch niemand zuständig");
  }

  @Test
  void a_digest_is_in_its_readers_language() {
    office.allows(1);
    reads("rita", Language.DE);
    for (String key : List.of("a", "b")) {
      office.outbox.tell(
          Notice.note(
              key,
              NoticeKind.ESCALATION,
              "rita",
              NoticeContent.of(
                  Text.of("unowned"), office.clock.instant().plusSeconds(7200), "/", List.of())));
    }
    office.deliver();
    Alert digest = office.alert("digest:rita:2026-11-24T12:00:00Z", "slack");
    assertThat(digest.subject()).isEqualTo("2 Dinge warten auf Sie");
    assertThat(digest.text())
        .contains("All das kam auf einmal")
        .contains("noch niemand zuständig (bis Di., 24. Nov., 15:25 Uhr (Berlin), in 2 Std.)");
  }

  private void reads(String person, Language language) {
    office.people.save(office.people.find(person).orElseThrow().with(language));
  }
}
