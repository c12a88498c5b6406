package dev.baton.handoff.lifecycle;

import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.notice.Age;
import dev.baton.handoff.notice.HandoffNotices;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people are told when the cooling-off after a rejection is over. */
@Component
class CoolingOffNotices {
  private final HandoffNotices notices;
  private final RejectionTaxonomy taxonomy;
  private final People people;

  CoolingOffNotices(HandoffNotices notices, RejectionTaxonomy taxonomy, People people) {
    this.notices = notices;
    this.taxonomy = taxonomy;
    this.people = people;
  }

  /**
   * Tells it.
   *
   * @param notified {@code owner}, {@code marketing}, or nothing for nobody
   */
  void tell(Handoff handoff, String notified, Instant now) {
    recipients(handoff, notified).forEach(recipient -> tellOne(handoff, recipient, now));
  }

  private List<String> recipients(Handoff handoff, String notified) {
    return switch (notified) {
      case "owner" -> Optional.ofNullable(handoff.owner()).stream().toList();
      case "marketing" -> people.active(Role.MARKETING).stream().map(Person::id).toList();
      default -> List.of();
    };
  }

  private void tellOne(Handoff handoff, String recipient, Instant now) {
    notices.tell(
        handoff,
        NoticeKind.COOLING_OFF_END,
        "woke:%s:%s".formatted(handoff.id(), recipient),
        recipient,
        Text.of(
            "cooling_off_over",
            Map.of(
                "reason",
                taxonomy.label(handoff.rejectionReason()),
                "ago",
                Age.of(handoff.closedAt(), now).text())),
        null);
  }
}
