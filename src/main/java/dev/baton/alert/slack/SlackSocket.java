package dev.baton.alert.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.request.SocketModeEnvelope;
import com.slack.api.socket_mode.response.AckResponse;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connection that Baton opens to Slack and on which clicks, forms and commands come (Socket Mode):
 * the way for an installation that has no address on the internet. Slack hears that Baton has one
 * after it is stored, and sends it again otherwise.
 */
class SlackSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);

  private final SlackClient slack;
  private final SlackInbox inbox;
  private final Supplier<SlackSettings> settings;
  private @Nullable SocketModeClient client;
  private @Nullable SlackSettings opened;
  private String trouble = "";

  SlackSocket(SlackClient slack, SlackInbox inbox, Supplier<SlackSettings> settings) {
    this.settings = settings;
    this.slack = slack;
    this.inbox = inbox;
  }

  /**
   * Opens it where it isn't yet; from then on it is renewed by itself. One that was opened with
   * other tokens is closed. False: nothing was done.
   */
  synchronized boolean open() {
    SlackSettings now = settings.get();
    if (client != null && now.equals(opened)) {
      return false;
    }
    try {
      close();
      if (!now.opensSocket()) {
        return false;
      }
      client = connected();
      opened = now;
      LOG.info("Answers come from Slack over a connection that Baton opened");
      trouble = "";
      return true;
    } catch (IOException | SlackApiException | URISyntaxException | JsonParseException e) {
      String why = String.valueOf(e.getMessage());
      if (!why.equals(trouble)) {
        LOG.warn(
            "No answer comes from Slack: no connection to it ({}). It is tried again."
                + " docs/slack.md says how to get baton.slack.app-token",
            why);
      }
      trouble = why;
      return false;
    }
  }

  private SocketModeClient connected() throws IOException, SlackApiException, URISyntaxException {
    AppsConnectionsOpenResponse place = slack.appMethods().appsConnectionsOpen(request -> request);
    if (!place.isOk()) {
      throw new IOException("Slack answered " + place.getError());
    }
    SocketModeClient fresh = slack.socket(place.getUrl());
    fresh.addInteractiveEnvelopeListener(
        envelope -> take(fresh, envelope, SlackPayloadParser::interactionOf));
    fresh.addSlashCommandsEnvelopeListener(
        envelope -> take(fresh, envelope, SlackPayloadParser::commandOf));
    fresh.setAutoReconnectEnabled(true);
    fresh.setAutoReconnectOnCloseEnabled(true);
    fresh.connect();
    return fresh;
  }

  /** What can't be read is acknowledged too: it would come again and again. */
  private void take(
      SocketModeClient from,
      SocketModeEnvelope envelope,
      Function<JsonElement, Optional<SlackAction>> reader) {
    Optional<SlackAction> action;
    try {
      action = reader.apply(envelope.getPayload()).filter(SlackAction::isText);
    } catch (RuntimeException e) {
      LOG.warn("Slack sent something of type {} that Baton can't read", envelope.getType(), e);
      action = Optional.empty();
    }
    try {
      action.ifPresent(inbox::add);
    } catch (RuntimeException e) {
      LOG.warn("An answer from Slack was not stored; Slack sends it again", e);
      return;
    }
    from.sendSocketModeResponse(new AckResponse(envelope.getEnvelopeId()));
  }

  @Override
  public synchronized void close() throws IOException {
    if (client != null) {
      client.setAutoReconnectOnCloseEnabled(false);
      client.close();
      client = null;
    }
  }
}
