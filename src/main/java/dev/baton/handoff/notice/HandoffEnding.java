package dev.baton.handoff.notice;

import dev.baton.alert.text.Text;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.people.Language;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The ending of an earlier handoff as the next rep hears it: where the lead went, whatever the
 * answer was called that sent it there.
 */
@Component
class HandoffEnding {
  private static final int LONGEST_NOTE = 160;
  private static final Text NOBODY = Text.literal("");

  private final AnswerLog log;
  private final RejectionTaxonomy taxonomy;
  private final Stages stages;
  private final People people;

  HandoffEnding(AnswerLog log, RejectionTaxonomy taxonomy, Stages stages, People people) {
    this.log = log;
    this.taxonomy = taxonomy;
    this.stages = stages;
    this.people = people;
  }

  /** Such as {@code Sent back to marketing 12 days ago by Ben: no budget}. */
  Text of(Handoff earlier, Instant now, Language language) {
    Optional<AnswerEntry> last = log.lastAnswer(earlier.id());
    List<StageEpisode> after =
        stages.episodes(earlier.leadId()).stream()
            .filter(episode -> !episode.enteredAt().isBefore(earlier.closedAt()))
            .toList();
    String why =
        Optional.ofNullable(earlier.closing().reason())
            .map(reason -> ": " + PreviousHandoffs.small(taxonomy.label(reason), language))
            .orElse("");
    String note = last.map(AnswerEntry::note).map(text -> " (%s)".formatted(cut(text))).orElse("");
    Map<String, Object> named =
        Map.of(
            "ago", Age.of(earlier.closedAt(), now).text(),
            "by", last.map(AnswerEntry::answeredBy).map(this::by).orElse(NOBODY),
            "why", why + note,
            "reopened", reopened(after));
    return whereTo(earlier, after, named);
  }

  private static Text whereTo(
      Handoff earlier, List<StageEpisode> after, Map<String, Object> named) {
    if ("lost".equals(earlier.closing().result())) {
      return Text.of("ended_lost", named);
    }
    return after.stream()
        .map(StageEpisode::stage)
        .filter(stage -> stage == Stage.RECYCLED || stage == Stage.DISQUALIFIED)
        .findFirst()
        .map(
            stage ->
                stage == Stage.RECYCLED
                    ? Text.of("ended_recycled", named)
                    : Text.of("ended_disqualified", named))
        .orElse(Text.of("ended_rejected", named));
  }

  /** Out of DISQUALIFIED a manager alone leads (rule R1). */
  private Text reopened(List<StageEpisode> after) {
    for (int i = 1; i < after.size(); i++) {
      if (after.get(i - 1).stage() == Stage.DISQUALIFIED
          && after.get(i).stage() == Stage.RECYCLED) {
        return Text.of("reopened", Map.of("by", by(after.get(i).by())));
      }
    }
    return NOBODY;
  }

  private Text by(String person) {
    return people
        .find(person)
        .map(Person::name)
        .map(name -> Text.of("by", Map.of("person", name)))
        .orElse(NOBODY);
  }

  private static String cut(String note) {
    String line = note.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_NOTE ? line : line.substring(0, LONGEST_NOTE - 1) + "…";
  }
}
