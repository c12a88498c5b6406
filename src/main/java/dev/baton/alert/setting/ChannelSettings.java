package dev.baton.alert.setting;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.sql.JsonColumn;
import dev.baton.sql.SecretEncryption;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Repository of the settings of channels in {@code channel_setting}. They are in force at once on
 * the node that took them, and within a minute on the others.
 */
@Component
public class ChannelSettings implements SmartInitializingSingleton {
  private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

  private final JdbcClient db;
  private final SecretEncryption encryption;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private volatile Known known = new Known(Map.of(), 0);

  ChannelSettings(
      JdbcClient db,
      SecretEncryption encryption,
      ObjectMapper json,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.db = db;
    this.encryption = encryption;
    this.json = json;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  private record Known(Map<String, ChannelSetting> settings, long readAt) {
    boolean isFresh() {
      return System.nanoTime() - readAt < KNOWN_FOR.toNanos();
    }
  }

  @Override
  public void afterSingletonsInstantiated() {
    read();
  }

  /** Of a channel; the same object until it is changed. Empty: nobody entered any. */
  public Optional<ChannelSetting> find(String channel) {
    if (!known.isFresh()) {
      read();
    }
    return Optional.ofNullable(known.settings().get(channel));
  }

  private void read() {
    Map<String, ChannelSetting> before = known.settings();
    Map<String, ChannelSetting> now = new HashMap<>();
    db.sql("select channel, settings, secrets from channel_setting")
        .query(
            rs -> {
              ChannelSetting read = read(rs);
              ChannelSetting same = before.get(rs.getString("channel"));
              now.put(rs.getString("channel"), read.equals(same) ? same : read);
            });
    known = new Known(Map.copyOf(now), System.nanoTime());
  }

  /** A secret that this key doesn't open is as good as none. */
  private ChannelSetting read(ResultSet rs) throws SQLException {
    Map<String, String> values =
        new TreeMap<>(JsonColumn.read(json, rs.getString("settings"), VALUES));
    encryption
        .decrypt(rs.getString("secrets"))
        .ifPresent(secrets -> values.putAll(JsonColumn.read(json, secrets, VALUES)));
    return new ChannelSetting(Map.copyOf(values));
  }

  boolean canKeepSecrets() {
    return encryption.canEncrypt();
  }

  /** Instead of what was there. */
  void save(String channel, ChannelSetting entered, Set<String> secret, String by) {
    Map<String, String> open = new TreeMap<>(entered.values());
    Map<String, String> hidden = new TreeMap<>(entered.values());
    open.keySet().removeAll(secret);
    hidden.keySet().retainAll(secret);
    transaction.executeWithoutResult(
        status -> {
          delete(channel);
          db.sql(
                  """
                  insert into channel_setting (channel, settings, secrets, changed_by, changed_at)
                  values (:channel, :settings, :secrets, :by, :at)
                  """)
              .param("channel", channel)
              .param("settings", JsonColumn.write(json, open))
              .param(
                  "secrets",
                  hidden.isEmpty() ? null : encryption.encrypt(JsonColumn.write(json, hidden)))
              .param("by", by)
              .param("at", Sql.timestamp(clock.instant()))
              .update();
          // whoever was refused with the ones before may try at once
          db.sql("update alert_channel set held_until = null where name = :channel")
              .param("channel", channel)
              .update();
        });
    read();
  }

  /** False where there was nothing. */
  boolean remove(String channel) {
    boolean removed = delete(channel);
    read();
    return removed;
  }

  private boolean delete(String channel) {
    return db.sql("delete from channel_setting where channel = :channel")
            .param("channel", channel)
            .update()
        == 1;
  }
}
