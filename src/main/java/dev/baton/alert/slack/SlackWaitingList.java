package dev.baton.alert.slack;

import dev.baton.alert.message.DueText;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.text.Wording;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** List of what waits for somebody, each with a link to it. */
record SlackWaitingList(Clock clock, String publicUrl) {

  String of(List<OpenTasks.Waiting> waiting, Wording wording) {
    if (waiting.isEmpty()) {
      return wording.label("slack_nothing_waits");
    }
    Instant now = clock.instant();
    return waiting.stream()
        .map(
            each ->
                "• <%s%s|%s>: %s, %s"
                    .formatted(
                        publicUrl,
                        each.path(),
                        SlackBlocks.escape(each.who(), 200).replace("|", "/"),
                        wording.say(each.asked()),
                        DueText.of(each.dueAt(), now, wording).said()))
        .collect(Collectors.joining("\n", wording.label("slack_waiting") + "\n", ""));
  }
}
