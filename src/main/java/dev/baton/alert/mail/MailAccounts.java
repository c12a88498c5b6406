package dev.baton.alert.mail;

import dev.baton.alert.setting.ChannelSetting;
import dev.baton.alert.setting.ChannelSettings;
import dev.baton.alert.setting.EnterableChannel;
import dev.baton.input.FieldReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The mail account in force: that of the environment, else the one that was entered on a page. */
@Component
public class MailAccounts implements Supplier<MailAccount>, EnterableChannel {
  private final ChannelSettings settings;
  private final MailSettings from;
  private final @Nullable MailAccount environment;
  private final @Nullable MailProperties properties;
  private volatile Entered entered;

  MailAccounts(
      ObjectProvider<JavaMailSender> sender,
      ObjectProvider<MailProperties> server,
      ChannelSettings settings,
      MailSettings from) {
    this.settings = settings;
    this.from = from;
    this.properties =
        server.stream()
            .filter(each -> StringUtils.hasText(each.getHost()))
            .findFirst()
            .orElse(null);
    this.environment =
        Optional.ofNullable(properties)
            .flatMap(set -> sender.stream().findFirst())
            .map(usual -> new MailAccount(new MailServer(usual), from, true))
            .orElse(null);
    this.entered = new Entered(ChannelSetting.NONE, MailAccount.none(from));
  }

  private record Entered(ChannelSetting setting, MailAccount account) {}

  @Override
  public MailAccount get() {
    if (environment != null) {
      return environment;
    }
    ChannelSetting now = settings.find(channel()).orElse(ChannelSetting.NONE);
    Entered known = entered;
    if (!known.setting().equals(now)) {
      known = new Entered(now, account(now));
      entered = known;
    }
    return known.account();
  }

  private MailAccount account(ChannelSetting setting) {
    return EnteredMailServer.isWhole(setting)
        ? new MailAccount(
            new MailServer(EnteredMailServer.sender(setting)),
            new MailSettings(setting.text(EnteredMailServer.FROM)),
            true)
        : MailAccount.none(from);
  }

  /** Who mails are from, right now. */
  public MailSettings from() {
    return get().from();
  }

  @Override
  public String channel() {
    return MailMessenger.CHANNEL;
  }

  @Override
  public Map<String, String> ofEnvironment() {
    if (properties == null) {
      return Map.of();
    }
    String user = properties.getUsername() == null ? "" : properties.getUsername();
    Integer port = properties.getPort();
    return Map.of(
        EnteredMailServer.HOST,
        properties.getHost(),
        EnteredMailServer.PORT,
        Stream.ofNullable(port).map(String::valueOf).findFirst().orElse(""),
        EnteredMailServer.USERNAME,
        user,
        EnteredMailServer.FROM,
        from.from());
  }

  @Override
  public Set<String> secrets() {
    return Set.of(EnteredMailServer.PASSWORD);
  }

  @Override
  public Map<String, String> read(FieldReader fields) {
    return EnteredMailServer.read(fields);
  }

  @Override
  public void check(ChannelSetting setting, FieldReader fields) {
    EnteredMailServer.check(setting, fields);
  }
}
