package dev.baton.alert;

import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.input.Conflict;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/channels}: how Slack, mail and Teams do, and a test of them. */
@RestController
@RequestMapping("/api/channels")
class ChannelController {
  private final ChannelStates states;
  private final Outbox outbox;

  ChannelController(ChannelStates states, Outbox outbox) {
    this.states = states;
    this.outbox = outbox;
  }

  record ChannelList(List<ChannelState> items) {}

  @Operation(summary = "How each channel does: what it lacks, what waits, what failed last")
  @GetMapping
  ChannelList all() {
    return new ChannelList(states.all());
  }

  /** Under which key its notices are found. */
  record Test(String key) {}

  @Operation(summary = "Send me a test over every channel that is set up")
  @PostMapping("/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Test test(Principal to) {
    if (states.all().stream().noneMatch(channel -> channel.missing() == null)) {
      throw new Conflict("No channel is set up, so that nothing can be sent");
    }
    String key = "test:" + UUID.randomUUID();
    outbox.tell(
        new Notice(
            key,
            NoticeKind.TEST,
            null,
            null,
            to.getName(),
            NoticeContent.of(Text.of("test"), "/settings", List.of()),
            true));
    return new Test(key);
  }
}
