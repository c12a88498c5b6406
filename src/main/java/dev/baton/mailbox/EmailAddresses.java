package dev.baton.mailbox;

import dev.baton.alert.mail.MailAccounts;
import dev.baton.input.MailAddress;
import dev.baton.mailbox.imap.ImapSettings;
import dev.baton.mailbox.imap.TaggedAddress;
import dev.baton.mailbox.imap.TaggedAddress.Purpose;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of our addresses with a token: a fresh one for each mail, and one a lead and rep. */
@Component
class EmailAddresses {
  private final JdbcClient db;
  private final Clock clock;
  private final ImapSettings imap;
  private final MailAccounts mail;
  private final boolean isRead;

  EmailAddresses(JdbcClient db, Clock clock, ImapSettings imap, MailAccounts mail) {
    this.db = db;
    this.clock = clock;
    this.isRead = imap.isOn();
    this.imap = imap;
    this.mail = mail;
  }

  private String domain() {
    return imap.domain().isBlank() ? MailAddress.domain(mail.from().address()) : imap.domain();
  }

  /**
   * Whose an address is.
   *
   * @param emailId the mail that is answered there; null: it takes copies
   */
  record Owner(String leadId, String rep, @Nullable String emailId) {}

  /** Where a mail is answered. */
  TaggedAddress forAnswersTo(Email email) {
    TaggedAddress address = TaggedAddress.of(Purpose.REPLY);
    insert(address, email.leadId(), email.rep(), email.id(), null);
    return address;
  }

  /** Where answers to a mail go, as it is written; empty where no mailbox is read. */
  Optional<String> ofAnswersTo(String emailId) {
    return !isRead
        ? Optional.empty()
        : db.sql("select token from email_address where email_id = :emailId")
            .param("emailId", emailId)
            .query(String.class)
            .optional()
            .map(token -> new TaggedAddress(Purpose.REPLY, token).at(domain()));
  }

  /** Where a rep's own mails to a lead are copied to; the same at each call. */
  String forCopies(String leadId, String rep) {
    String logOf = leadId + ":" + rep;
    return log(logOf)
        .orElseGet(
            () -> {
              insert(TaggedAddress.of(Purpose.LOG), leadId, rep, null, logOf);
              return log(logOf).orElseThrow();
            });
  }

  private Optional<String> log(String logOf) {
    return db.sql("select token from email_address where log_of = :logOf")
        .param("logOf", logOf)
        .query(String.class)
        .optional()
        .map(token -> new TaggedAddress(Purpose.LOG, token).at(domain()));
  }

  private void insert(
      TaggedAddress address,
      String leadId,
      String rep,
      @Nullable String emailId,
      @Nullable String logOf) {
    db.sql(
            """
            insert into email_address (token, purpose, lead_id, rep, email_id, log_of, created_at)
            values (:token, :purpose, :leadId, :rep, :emailId, :logOf, :now)
            on conflict do nothing
            """)
        .param("token", address.token())
        .param("purpose", address.purpose().word())
        .param("leadId", leadId)
        .param("rep", rep)
        .param("emailId", emailId)
        .param("logOf", logOf)
        .param("now", Sql.timestamp(clock.instant()))
        .update();
  }

  Optional<Owner> find(TaggedAddress address) {
    return db.sql(
            """
            select lead_id, rep, email_id from email_address
            where token = :token and purpose = :purpose
            """)
        .param("token", address.token())
        .param("purpose", address.purpose().word())
        .query(RecordRows.of(Owner.class))
        .optional();
  }

  /** Another record turned out to be the same person. */
  void follow(String leadId, String into) {
    db.sql("update email_address set lead_id = :into where lead_id = :lead")
        .param("into", into)
        .param("lead", leadId)
        .update();
  }
}
