package dev.baton.alert.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.app_backend.util.JsonPayloadTypeDetector;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.util.json.GsonFactory;
import dev.baton.alert.slack.SlackAction.Verb;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what Slack posts; what asks nothing of us, such as a click on a link, is empty. */
final class SlackPayloadParser {
  private static final Gson GSON = GsonFactory.createSnakeCase();

  private SlackPayloadParser() {}

  /** A click or a form, as the body of the call has it. */
  static Optional<SlackAction> interaction(String body) {
    String json = new JsonPayloadExtractor().extractIfExists(body);
    if (json == null) {
      return Optional.empty();
    }
    return interactionOf(JsonParser.parseString(json));
  }

  /** The same as a connection of ours brings it. */
  static Optional<SlackAction> interactionOf(JsonElement json) {
    return switch (String.valueOf(new JsonPayloadTypeDetector().detectType(json.toString()))) {
      case BlockActionPayload.TYPE -> click(GSON.fromJson(json, BlockActionPayload.class));
      case ViewSubmissionPayload.TYPE -> form(GSON.fromJson(json, ViewSubmissionPayload.class));
      default -> Optional.empty();
    };
  }

  /** Whatever is written behind the command, it lists. */
  static Optional<SlackAction> command(String body) {
    return list(new SlashCommandPayloadParser().parse(body));
  }

  /** The same as a connection of ours brings it. */
  static Optional<SlackAction> commandOf(JsonElement json) {
    return list(GSON.fromJson(json, SlashCommandPayload.class));
  }

  private static Optional<SlackAction> list(@Nullable SlashCommandPayload sent) {
    if (sent == null || sent.getUserId() == null || sent.getTriggerId() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SlackAction(
            "command:" + sent.getTriggerId(),
            Verb.LIST,
            sent.getUserId(),
            null,
            Map.of(),
            sent.getResponseUrl(),
            sent.getTriggerId()));
  }

  private static Optional<SlackAction> click(BlockActionPayload sent) {
    if (sent.getActions() == null || sent.getActions().size() != 1) {
      return Optional.empty();
    }
    BlockActionPayload.Action action = sent.getActions().get(0);
    return verb(action.getActionId(), Verb.ACCEPT, Verb.ASK_REASON, Verb.ASK_PAUSE)
        .flatMap(
            verb ->
                SlackModals.Subject.read(action.getValue())
                    .map(
                        about ->
                            new SlackAction(
                                "click:" + sent.getTriggerId(),
                                verb,
                                sent.getUser().getId(),
                                about.asked(),
                                Map.of(),
                                sent.getResponseUrl(),
                                sent.getTriggerId())));
  }

  private static Optional<SlackAction> form(ViewSubmissionPayload sent) {
    return verb(sent.getView().getCallbackId(), Verb.REJECT, Verb.PAUSE)
        .flatMap(
            verb ->
                SlackModals.Subject.read(sent.getView().getPrivateMetadata())
                    .map(
                        about ->
                            new SlackAction(
                                "form:" + sent.getView().getId(),
                                verb,
                                sent.getUser().getId(),
                                about.asked(),
                                SlackModals.fields(sent.getView().getState()),
                                about.replyUrl(),
                                sent.getTriggerId())));
  }

  private static Optional<Verb> verb(String word, Verb... expected) {
    return Arrays.stream(expected).filter(verb -> verb.word().equals(word)).findFirst();
  }
}
