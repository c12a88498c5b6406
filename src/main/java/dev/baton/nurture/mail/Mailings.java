package dev.baton.nurture.mail;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of mailings and their results. */
@Component
public class Mailings {
  private final JdbcClient db;

  Mailings(JdbcClient db) {
    this.db = db;
  }

  public void plan(Mailing mail) {
    db.sql(
            """
            insert into nurture_mail (id, nurture_id, lead_id, template, subject, state, used,
              reason, written_at)
            values (:id, :nurture, :lead, :template, :subject, :state, :used, :why, :at)
            """)
        .param("id", mail.id())
        .param("nurture", mail.nurtureId())
        .param("lead", mail.leadId())
        .param("template", mail.template())
        .param("subject", mail.subject())
        .param("state", mail.state())
        .param("used", mail.result().used())
        .param("why", mail.result().why())
        .param("at", Sql.timestamp(mail.writtenAt()))
        .update();
  }

  public Optional<Mailing> find(String id) {
    return db.sql("select * from nurture_mail where id = :id")
        .param("id", id)
        .query(Mailings::read)
        .optional();
  }

  /** All of a lead, oldest first. */
  public List<Mailing> ofLead(String leadId) {
    return db.sql("select * from nurture_mail where lead_id = :lead order by written_at, id")
        .param("lead", leadId)
        .query(Mailings::read)
        .list();
  }

  /** The templates that a lead has had. */
  public Set<String> used(String leadId) {
    return new HashSet<>(
        db.sql("select template from nurture_mail where lead_id = :lead and used = true")
            .param("lead", leadId)
            .query(String.class)
            .list());
  }

  public int ofNurture(String nurtureId) {
    return db.sql(
            """
            select count(*) as mails from nurture_mail
            where nurture_id = :nurture and used = true
            """)
        .param("nurture", nurtureId)
        .query(Integer.class)
        .single();
  }

  /** Whether a mail of this stay is still on its way. */
  public boolean isAnyPlanned(String nurtureId) {
    return db.sql(
                """
                select count(*) as planned from nurture_mail
                where nurture_id = :nurture and state = 'planned'
                """)
            .param("nurture", nurtureId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** When a lead got mails since an instant, oldest first. */
  public List<Instant> sentSince(String leadId, Instant since) {
    return db.sql(
            """
            select sent_at from nurture_mail
            where lead_id = :lead and state = 'sent' and sent_at > :since order by sent_at
            """)
        .param("lead", leadId)
        .param("since", Sql.timestamp(since))
        .query((rs, row) -> Sql.instant(rs, "sent_at"))
        .list();
  }

  /** Which version goes out, and when; kept before it is sent, so that its clicks can tell. */
  public void sending(String id, MailTemplate template, String subject, Instant at) {
    db.sql(
            """
            update nurture_mail set version = :version, subject = :subject, sent_at = :at
            where id = :id
            """)
        .param("version", template.version())
        .param("subject", subject)
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
  }

  public void sent(String id, Instant at) {
    db.sql("update nurture_mail set state = 'sent', sent_at = :at, used = true where id = :id")
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
  }

  /** It never reached anybody. */
  public void drop(String id, String state, String why) {
    db.sql(
            """
            update nurture_mail set state = :state, used = false, reason = :why, sent_at = null
            where id = :id
            """)
        .param("state", state)
        .param("why", why.length() > 1000 ? why.substring(0, 1000) : why)
        .param("id", id)
        .update();
  }

  public void clicked(String id, Instant at) {
    db.sql("update nurture_mail set clicked_at = :at where id = :id and clicked_at is null")
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
  }

  public void unsubscribed(String id, Instant at) {
    db.sql("update nurture_mail set unsubscribed_at = :at where id = :id")
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
  }

  /** By template. */
  public Map<String, MailingFigures> figures() {
    Map<String, MailingFigures> figures = new HashMap<>();
    db.sql(
            """
            select template,
              count(*) filter (where state = 'sent') as sent,
              count(*) filter (where clicked_at is not null) as clicked,
              count(*) filter (where unsubscribed_at is not null) as unsubscribed,
              count(*) filter (where state in ('skipped', 'failed')) as not_sent
            from nurture_mail group by template
            """)
        .query(
            rs -> {
              figures.put(
                  rs.getString("template"),
                  new MailingFigures(
                      rs.getInt("sent"),
                      rs.getInt("clicked"),
                      rs.getInt("unsubscribed"),
                      rs.getInt("not_sent")));
            });
    return figures;
  }

  private static Mailing read(ResultSet rs, int row) throws SQLException {
    return new Mailing(
        rs.getString("id"),
        rs.getString("nurture_id"),
        rs.getString("lead_id"),
        rs.getString("template"),
        rs.getObject("version", Integer.class),
        rs.getString("subject"),
        new Mailing.Result(rs.getString("state"), rs.getBoolean("used"), rs.getString("reason")),
        Sql.instant(rs, "written_at"),
        Sql.instantOrNull(rs, "sent_at"));
  }
}
