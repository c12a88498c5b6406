package dev.baton.handoff.notice;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.engine.Definitions;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.RepLeft;
import dev.baton.people.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notices that the routing still names somebody who takes no leads any more. */
@Component
class LeftOwnerNotices {
  private static final String ROUTING = "lead-routing";

  private final Definitions definitions;
  private final People people;
  private final Outbox outbox;

  LeftOwnerNotices(Definitions definitions, People people, Outbox outbox) {
    this.definitions = definitions;
    this.people = people;
    this.outbox = outbox;
  }

  @EventListener
  void on(RepLeft left) {
    if (definitions.says(ROUTING, "owner", left.personId())) {
      Stream.of(Role.ADMIN, Role.DESIGNER)
          .flatMap(role -> people.active(role).stream())
          .forEach(reader -> tell(reader, left));
    }
  }

  private void tell(Person reader, RepLeft left) {
    outbox.tell(
        Notice.note(
            "left-owner:%s:%d:%s".formatted(left.personId(), left.at().toEpochMilli(), reader.id()),
            NoticeKind.FAILURE,
            reader.id(),
            NoticeContent.of(
                Text.of("left_owner", Map.of("table", ROUTING, "person", left.personId())),
                "/",
                List.of(Text.of("left_owner_until")))));
  }
}
