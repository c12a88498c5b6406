package dev.baton.lead.account;

import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people are asked about companies, each question once for ever. */
@Component
public class AccountQuestions {
  private final JdbcClient db;

  AccountQuestions(JdbcClient db) {
    this.db = db;
  }

  /**
   * Does a lead belong to an account, or is one account part of another?
   *
   * @param leadId null where it is about two accounts
   * @param childId the one that may be part of the other; null where it is about a lead
   * @param confidence in per cent
   */
  public record Question(
      long id,
      @Nullable String leadId,
      @Nullable String childId,
      String accountId,
      int confidence,
      String reasons) {}

  void askOfLead(String leadId, String accountId, NameMatch match, Instant at) {
    ask(leadId, null, accountId, match, at);
  }

  void askOfAccount(String childId, String accountId, NameMatch match, Instant at) {
    ask(null, childId, accountId, match, at);
  }

  private void ask(
      @Nullable String leadId,
      @Nullable String childId,
      String accountId,
      NameMatch match,
      Instant at) {
    db.sql(
            """
            insert into account_question
              (lead_id, child_id, account_id, confidence, reasons, state, asked_at)
            values (:lead, :child, :account, :confidence, :reasons, 'open', :at)
            on conflict do nothing
            """)
        .param("lead", leadId)
        .param("child", childId)
        .param("account", accountId)
        .param("confidence", match.confidence())
        .param("reasons", match.why())
        .param("at", Sql.timestamp(at))
        .update();
  }

  /**
   * Those that are still questions: the lead has no account and nobody decided, the account is part
   * of nothing.
   */
  private static final String OPEN =
      """
      from account_question q
        join account a on a.id = q.account_id
        left join lead l on l.id = q.lead_id
        left join account c on c.id = q.child_id
      where q.state = 'open'
        and (l.id is not null and l.account_id is null and not l.account_decided
            and l.merged_into is null and l.erased_at is null
          or c.id is not null and c.parent_id is null and c.parent_by is null)
      """;

  private static final String COLUMNS =
      "select q.id, q.lead_id, q.child_id, q.account_id, q.confidence, q.reasons ";

  /** The surest first. */
  public List<Question> open(int most) {
    return db.sql(
            COLUMNS
                + OPEN
                + " order by q.confidence desc, q.id fetch first %d rows only".formatted(most))
        .query(RecordRows.of(Question.class))
        .list();
  }

  public int count() {
    return db.sql("select count(*) as n " + OPEN).query(Integer.class).single();
  }

  public Optional<Question> find(long id) {
    return db.sql(COLUMNS + "from account_question q where q.id = :id")
        .param("id", id)
        .query(RecordRows.of(Question.class))
        .optional();
  }

  /** False where somebody has answered it, or it is none any more. */
  public boolean close(long id, boolean yes, String by, Instant at) {
    boolean isOpen =
        db.sql("select q.id " + OPEN + " and q.id = :id")
            .param("id", id)
            .query(Long.class)
            .optional()
            .isPresent();
    return isOpen
        && db.sql(
                    """
                    update account_question set state = :state, answered_by = :by,
                      answered_at = :at
                    where id = :id and state = 'open'
                    """)
                .param("state", yes ? "yes" : "no")
                .param("by", by)
                .param("at", Sql.timestamp(at))
                .param("id", id)
                .update()
            == 1;
  }
}
