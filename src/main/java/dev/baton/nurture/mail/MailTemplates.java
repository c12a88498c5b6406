package dev.baton.nurture.mail;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repository of mail templates with all their versions; those that ship are there from the start.
 */
@Component
public class MailTemplates implements SmartInitializingSingleton {
  private final JdbcClient db;
  private final Clock clock;

  MailTemplates(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * What somebody changed stays: a shipped mail is only added where there never was one, and its
   * German where it is as it shipped.
   */
  @Override
  public void afterSingletonsInstantiated() {
    for (MailTemplate mail : ShippedMailTemplates.all(clock.instant())) {
      if (!insert(mail)) {
        addGerman(mail);
      }
    }
  }

  private void addGerman(MailTemplate shipped) {
    german(
            db.sql(
                """
                update mail_template set subject_de = :subjectDe, body_de = :bodyDe,
                  action_de = :actionDe, url_de = :urlDe
                where id = :id and version = 1 and changed_by = 'baton' and subject = :subject
                  and body = :body and subject_de is null
                """),
            shipped.german())
        .param("id", shipped.id())
        .param("subject", shipped.content().subject())
        .param("body", shipped.content().body())
        .update();
  }

  private static JdbcClient.StatementSpec german(
      JdbcClient.StatementSpec statement, @Nullable MailContent said) {
    return statement
        .param("subjectDe", said == null ? null : said.subject())
        .param("bodyDe", said == null ? null : said.body())
        .param("actionDe", said == null ? null : said.action())
        .param("urlDe", said == null ? null : said.url());
  }

  /** The versions in force, in the order of their turns. */
  public List<MailTemplate> all() {
    return db.sql("select * from mail_template where is_current = true order by track, place, id")
        .query(MailTemplates::read)
        .list();
  }

  /** The version in force. */
  public Optional<MailTemplate> find(String id) {
    return db.sql("select * from mail_template where id = :id and is_current = true")
        .param("id", id)
        .query(MailTemplates::read)
        .optional();
  }

  /** Newest first. */
  public List<MailTemplate> versions(String id) {
    return db.sql("select * from mail_template where id = :id order by version desc")
        .param("id", id)
        .query(MailTemplates::read)
        .list();
  }

  /** Puts a new version in force; false when somebody else was faster. */
  @Transactional
  public boolean save(MailTemplate changed) {
    int closed =
        db.sql(
                """
                update mail_template set is_current = null
                where id = :id and version = :before and is_current = true
                """)
            .param("id", changed.id())
            .param("before", changed.version() - 1)
            .update();
    return closed == (changed.version() == 1 ? 0 : 1) && insert(changed);
  }

  private boolean insert(MailTemplate mail) {
    return german(
                db.sql(
                    """
                    insert into mail_template (id, version, is_current, track, place, subject,
                      body, action, url, subject_de, body_de, action_de, url_de, active,
                      changed_by, changed_at)
                    values (:id, :version, true, :track, :place, :subject,
                      :body, :action, :url, :subjectDe, :bodyDe, :actionDe, :urlDe, :active,
                      :by, :at)
                    on conflict do nothing
                    """),
                mail.german())
            .param("id", mail.id())
            .param("version", mail.version())
            .param("track", mail.track().word())
            .param("place", mail.place())
            .param("subject", mail.content().subject())
            .param("body", mail.content().body())
            .param("action", mail.content().action())
            .param("url", mail.content().url())
            .param("active", mail.active())
            .param("by", mail.changedBy())
            .param("at", Sql.timestamp(mail.changedAt()))
            .update()
        == 1;
  }

  private static MailTemplate read(ResultSet rs, int row) throws SQLException {
    return new MailTemplate(
        rs.getString("id"),
        rs.getInt("version"),
        NurtureTrack.of(rs.getString("track")),
        rs.getInt("place"),
        content(rs, ""),
        rs.getString("subject_de") == null ? null : content(rs, "_de"),
        rs.getBoolean("active"),
        rs.getString("changed_by"),
        Sql.instant(rs, "changed_at"));
  }

  private static MailContent content(ResultSet rs, String language) throws SQLException {
    return new MailContent(
        rs.getString("subject" + language),
        rs.getString("body" + language),
        rs.getString("action" + language),
        rs.getString("url" + language));
  }
}
