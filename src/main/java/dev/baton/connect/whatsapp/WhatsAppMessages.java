package dev.baton.connect.whatsapp;

import dev.baton.connect.whatsapp.WhatsAppMessage.State;
import dev.baton.lead.LeadsMerged;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of messages on WhatsApp in both directions, in the table {@code whatsapp_message}. */
@Component
public class WhatsAppMessages {
  private static final int LONGEST_ERROR = 300;

  private final JdbcClient db;
  private final Clock clock;

  WhatsAppMessages(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Keeps one, once a key.
   *
   * @param key Meta's id of what came, ours of what goes
   * @return false where it was there
   */
  boolean add(String key, String leadId, String phone, @Nullable String template, State state) {
    Instant now = clock.instant();
    return db.sql(
                """
                insert into whatsapp_message
                  (message_key, lead_id, phone, template, state, recorded_at, changed_at)
                values (:key, :lead, :phone, :template, :state, :now, :now)
                on conflict do nothing
                """)
            .param("key", key)
            .param("lead", leadId)
            .param("phone", phone)
            .param("template", template)
            .param("state", state.word())
            .param("now", Sql.timestamp(now))
            .update()
        == 1;
  }

  Optional<State> state(String key) {
    return db.sql("select state from whatsapp_message where message_key = :key")
        .param("key", key)
        .query((rs, row) -> State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)))
        .optional();
  }

  /** It wasn't taken: as if it had never been tried. */
  void forget(String key) {
    db.sql("delete from whatsapp_message where message_key = :key and state = 'sending'")
        .param("key", key)
        .update();
  }

  /** How far it is now, unless it is further; false where it is, or nobody knows of it. */
  boolean is(String key, State state, @Nullable String error) {
    return db.sql(
                """
                update whatsapp_message set state = :state, error = :error, changed_at = :now
                where message_key = :key and state in (:before)
                """)
            .param("state", state.word())
            .param(
                "error",
                error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
            .param("now", Sql.timestamp(clock.instant()))
            .param("key", key)
            .param("before", state.after())
            .update()
        == 1;
  }

  /** The number of a row, which names nobody. */
  long id(String key) {
    return db.sql("select id from whatsapp_message where message_key = :key")
        .param("key", key)
        .query(Long.class)
        .single();
  }

  /** From which number a lead wrote. */
  Optional<String> phone(long id) {
    return db.sql("select phone from whatsapp_message where id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** The lead to which a message of ours went. */
  Optional<String> leadOf(String key) {
    return db.sql("select lead_id from whatsapp_message where message_key = :key")
        .param("key", key)
        .query(String.class)
        .optional();
  }

  /** The number to which a message of ours went. */
  Optional<String> phoneOf(String key) {
    return db.sql("select phone from whatsapp_message where message_key = :key")
        .param("key", key)
        .query(String.class)
        .optional();
  }

  /** Whom this number was written to last. */
  Optional<String> leadAt(String phone) {
    return db.sql(
            """
            select lead_id from whatsapp_message where phone in (:phones) and state <> 'received'
            order by id desc fetch first 1 rows only
            """)
        .param("phones", InternationalNumber.alike(phone))
        .query(String.class)
        .optional();
  }

  /** Of a lead, the latest first. */
  public List<WhatsAppMessage> of(String leadId) {
    return db.sql(
            """
            select template, state, error, recorded_at as at, changed_at from whatsapp_message
            where lead_id = :lead order by id desc fetch first 50 rows only
            """)
        .param("lead", leadId)
        .query(RecordRows.of(WhatsAppMessage.class))
        .list();
  }

  @EventListener
  void on(LeadsMerged merged) {
    db.sql("update whatsapp_message set lead_id = :into where lead_id = :lead")
        .param("into", merged.into())
        .param("lead", merged.leadId())
        .update();
  }
}
