package dev.baton.alert;

import dev.baton.alert.delivery.ChannelRefused;
import dev.baton.alert.message.Channels;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.people.People;
import dev.baton.people.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notices of a channel that doesn't take our credential any more: administrators and managers read
 * them over the other channels, at any hour, since leads are told over it at any hour.
 */
@Component
class ChannelFailureNotices {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelFailureNotices.class);

  private final Outbox outbox;
  private final Channels channels;
  private final People people;

  ChannelFailureNotices(Outbox outbox, Channels channels, People people) {
    this.outbox = outbox;
    this.channels = channels;
    this.people = people;
  }

  @EventListener
  void on(ChannelRefused refused) {
    String channel = channels.name(refused.channel());
    LOG.error("Nothing goes out over {}: its credential is refused ({})", channel, refused.why());
    NoticeContent content =
        NoticeContent.of(
            Text.of("channel_refused", Map.of("channel", channel)),
            "/",
            List.of(Text.literal(refused.why()), Text.of("channel_refused_waits")));
    Stream.of(Role.ADMIN, Role.MANAGER)
        .flatMap(role -> people.active(role).stream())
        .forEach(
            person ->
                outbox.tellElsewhere(
                    refused.channel(),
                    new Notice(
                        "channel:%s:%d:%s"
                            .formatted(refused.channel(), refused.at().toEpochMilli(), person.id()),
                        NoticeKind.CHANNEL_FAILURE,
                        null,
                        null,
                        person.id(),
                        content,
                        true)));
  }
}
