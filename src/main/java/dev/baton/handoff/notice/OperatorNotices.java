package dev.baton.handoff.notice;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notices of what doesn't go on by itself, to each manager and administrator. */
@Component
class OperatorNotices {
  private final Outbox outbox;
  private final People people;

  OperatorNotices(Outbox outbox, People people) {
    this.outbox = outbox;
    this.people = people;
  }

  /**
   * Tells each of them once.
   *
   * @param key what is told; each reader's id makes it their own
   */
  void tell(String key, Text subject, List<Text> lines) {
    List<String> readers =
        Stream.of(Role.ADMIN, Role.MANAGER)
            .flatMap(role -> people.active(role).stream())
            .map(Person::id)
            .toList();
    NoticeContent content = NoticeContent.of(subject, "/", lines).once();
    readers.forEach(reader -> tell(key, reader, content));
    if (readers.isEmpty()) {
      tell(key, null, content);
    }
  }

  private void tell(String key, @Nullable String reader, NoticeContent content) {
    outbox.tell(Notice.note("%s:%s".formatted(key, reader), NoticeKind.FAILURE, reader, content));
  }
}
