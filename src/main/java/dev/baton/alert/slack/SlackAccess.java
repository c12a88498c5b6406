package dev.baton.alert.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import dev.baton.alert.setting.ChannelSetting;
import dev.baton.alert.setting.ChannelSettings;
import dev.baton.alert.setting.EnterableChannel;
import dev.baton.input.FieldReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Slack's settings in force: those of the environment, else those that were entered on a page. */
@Component
public class SlackAccess implements Supplier<SlackSettings>, EnterableChannel {
  private static final String TOKEN = "token";
  private static final String APP_TOKEN = "appToken";
  private static final String SIGNING_SECRET = "signingSecret";
  private static final String FALLBACK = "fallbackChannel";

  private final SlackSettings environment;
  private final ChannelSettings settings;
  private volatile Entered entered;

  SlackAccess(SlackSettings environment, ChannelSettings settings) {
    this.environment = environment;
    this.settings = settings;
    this.entered = new Entered(ChannelSetting.NONE, environment);
  }

  private record Entered(ChannelSetting setting, SlackSettings settings) {}

  @Override
  public SlackSettings get() {
    if (environment.configured()) {
      return environment;
    }
    ChannelSetting now = settings.find(channel()).orElse(ChannelSetting.NONE);
    Entered known = entered;
    if (!known.setting().equals(now)) {
      known = new Entered(now, settings(now));
      entered = known;
    }
    return known.settings();
  }

  private SlackSettings settings(ChannelSetting setting) {
    return new SlackSettings(
        setting.values().get(TOKEN),
        environment.apiUrl(),
        setting.values().get(FALLBACK),
        setting.values().get(SIGNING_SECRET),
        setting.values().get(APP_TOKEN),
        environment.replyUrl());
  }

  @Override
  public String channel() {
    return SlackMessenger.CHANNEL;
  }

  @Override
  public Map<String, String> ofEnvironment() {
    return environment.configured()
        ? Map.of(
            FALLBACK, environment.fallbackChannel() == null ? "" : environment.fallbackChannel())
        : Map.of();
  }

  @Override
  public Set<String> secrets() {
    return Set.of(TOKEN, APP_TOKEN, SIGNING_SECRET);
  }

  @Override
  public Map<String, String> read(FieldReader fields) {
    Map<String, String> read = new TreeMap<>();
    put(read, TOKEN, fields.requiredText(TOKEN, "the bot's token, which begins with xoxb-", 500));
    for (String field : List.of(APP_TOKEN, SIGNING_SECRET, FALLBACK)) {
      put(read, field, fields.text(field, 500));
    }
    return read;
  }

  private static void put(Map<String, String> read, String field, @Nullable String value) {
    if (value != null) {
      read.put(field, value);
    }
  }

  @Override
  public void check(ChannelSetting setting, FieldReader fields) {
    SlackSettings asked = settings(setting);
    try (SlackClient client = new SlackClient(() -> asked, Duration.ofSeconds(10))) {
      refused(TOKEN, client.methods().authTest(request -> request).getError(), fields);
      if (asked.opensSocket()) {
        refused(
            APP_TOKEN,
            client.appMethods().appsConnectionsOpen(request -> request).getError(),
            fields);
      }
    } catch (IOException | SlackApiException | JsonParseException e) {
      fields.wrong(TOKEN, "Slack can't be reached from here; try again in a moment");
    }
  }

  private static void refused(String field, @Nullable String error, FieldReader fields) {
    if (error != null) {
      fields.wrong(field, "Slack doesn't take this token (%s)".formatted(error));
    }
  }
}
