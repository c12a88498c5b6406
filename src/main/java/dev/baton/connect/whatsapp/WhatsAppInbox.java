package dev.baton.connect.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.connect.whatsapp.WhatsAppMessage.State;
import dev.baton.input.ApiProblem;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Reader of what WhatsApp sends: states of messages, and what leads wrote. Each part is taken by
 * itself; where one fails the whole is sent again, and what is in counts once.
 */
@Component
class WhatsAppInbox {
  private static final Logger LOG = LoggerFactory.getLogger(WhatsAppInbox.class);
  private static final Set<String> WORDLESS = Set.of("system", "unsupported", "reaction");

  private final WhatsAppSettings settings;
  private final WhatsAppMessages messages;
  private final WhatsAppReplies replies;

  WhatsAppInbox(WhatsAppSettings settings, WhatsAppMessages messages, WhatsAppReplies replies) {
    this.settings = settings;
    this.messages = messages;
    this.replies = replies;
  }

  /** Takes it; what is about another number of the application is nobody's. */
  void take(JsonNode said) {
    RuntimeException failed = null;
    for (JsonNode entry : said.path("entry")) {
      for (JsonNode change : entry.path("changes")) {
        JsonNode value = change.path("value");
        if (value.at("/metadata/phone_number_id").asText().equals(settings.phoneNumberId())) {
          failed = takeAll(value.path("statuses"), this::state, failed);
          failed = takeAll(value.path("messages"), this::message, failed);
          failed = takeAll(value.path("user_preferences"), this::preference, failed);
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  private static @Nullable RuntimeException takeAll(
      JsonNode parts, Consumer<JsonNode> part, @Nullable RuntimeException before) {
    RuntimeException failed = before;
    for (JsonNode each : parts) {
      try {
        part.accept(each);
      } catch (DataIntegrityViolationException e) {
        // no database will ever hold it: to send it again would be in vain
        LOG.warn("A part of what WhatsApp sent can't be kept: {}", e.getClass().getSimpleName());
      } catch (RuntimeException e) {
        LOG.warn("A part of what WhatsApp sent isn't taken: {}", e.getClass().getSimpleName());
        failed = e;
      }
    }
    return failed;
  }

  /** They come in any order and more than once; none goes back. */
  private void state(JsonNode status) {
    String key = status.path("biz_opaque_callback_data").asText();
    JsonNode error = status.at("/errors/0");
    boolean isWrong = !error.isMissingNode();
    known(status.path("status").asText())
        .ifPresent(state -> messages.is(key, state, isWrong ? WhatsAppErrors.text(error) : null));
    if (error.path("code").asInt() == WhatsAppErrors.STOPPED) {
      messages
          .phoneOf(key)
          .ifPresent(phone -> replies.stopped("stop:" + key, phone, messages.leadOf(key)));
    }
  }

  private static Optional<State> known(String status) {
    return switch (status) {
      case "sent" -> Optional.of(State.SENT);
      case "delivered" -> Optional.of(State.DELIVERED);
      case "read" -> Optional.of(State.READ);
      case "failed" -> Optional.of(State.FAILED);
      default -> Optional.empty();
    };
  }

  private void message(JsonNode message) {
    String type = message.path("type").asText();
    String phone = "+" + message.path("from").asText();
    String id = message.path("id").asText();
    if (!id.isEmpty() && !WORDLESS.contains(type)) {
      take(id, phone, words(message, type));
    }
  }

  /** The handoff may take no contact now; the rest of what follows does all the same. */
  private void take(String id, String phone, String words) {
    try {
      replies.take(id, phone, words, true);
    } catch (RuntimeException failed) {
      if (ApiProblem.in(failed).isEmpty()) {
        throw failed;
      }
      replies.take(id, phone, words, false);
    }
  }

  /** What was written, or which button was chosen; of a picture that it is one. */
  private static String words(JsonNode message, String type) {
    String text =
        switch (type) {
          case "text" -> message.at("/text/body").asText();
          case "button" -> message.at("/button/text").asText();
          case "interactive" ->
              message
                  .at("/interactive/button_reply/title")
                  .asText(message.at("/interactive/list_reply/title").asText());
          default -> message.path(type).path("caption").asText();
        };
    return text.isBlank() ? "(" + type + ")" : text;
  }

  /** Somebody has told WhatsApp itself that they want no more. */
  private void preference(JsonNode preference) {
    if (preference.path("value").asText().equals("stop")) {
      String phone = "+" + preference.path("wa_id").asText();
      replies.stopped(
          "stop:%s:%s".formatted(phone, preference.path("timestamp").asText()),
          phone,
          Optional.empty());
    }
  }
}
