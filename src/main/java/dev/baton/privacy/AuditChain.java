package dev.baton.privacy;

import dev.baton.sql.RecordRows;
import dev.baton.sql.RowInsert;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chain of the audit: what people answered is taken over from the log of answers, and each entry is
 * sealed by a hash over itself and the seal before. Both happen afterwards, so that no lead waits
 * for them; a lock on the head lets any number of nodes do it.
 */
@Component
public class AuditChain {
  private static final int CHUNK = 500;

  /**
   * A row with a lower id may be committed later than its neighbours, but not by more than this.
   */
  private static final int REORDERED = 10_000;

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  AuditChain(JdbcClient db, PlatformTransactionManager transactions) {
    this.db = db;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The last link; number 0 before there is any. */
  record Head(long number, String hash) {}

  /** An entry that waits for its link. */
  private record Unsealed(long id, AuditEntry entry) {}

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  public void catchUp() {
    while (Boolean.TRUE.equals(transaction.execute(status -> addNext()))) {}
  }

  private boolean addNext() {
    Head head = lock();
    return takeOver() + seal(head) > 0;
  }

  /** Who answered, what and when; their notes stay with the answer. */
  private int takeOver() {
    long last =
        db.sql("select coalesce(max(answer_id), 0) as last from audit_entry")
            .query(Long.class)
            .single();
    return db.sql(
            """
                insert into audit_entry
                  (recorded_at, person, action, subject, value_after, answer_id)
                select a.answered_at, a.answered_by,
                  case a.question when 'reassign' then 'reassigned' when 'claim' then 'claimed'
                    when 'decline' then 'declined' when 'restart' then 'restarted'
                    when 'merge' then 'merged' when 'erasure' then 'erased'
                    else 'answered_' || a.question end,
                  'handoff ' || a.handoff_id, a.decision || coalesce(': ' || a.reason, ''), a.id
                from answer a
                where a.id > :from
                  and not exists (select 1 from audit_entry e where e.answer_id = a.id)
                order by a.id fetch first :most rows only
                """)
        .param("from", last - REORDERED)
        .param("most", CHUNK)
        .update();
  }

  private int seal(Head head) {
    long last =
        db.sql("select coalesce(max(entry_id), 0) as last from audit_link")
            .query(Long.class)
            .single();
    List<Unsealed> unsealed =
        db.sql(
                """
                select e.* from audit_entry e
                where e.id > :from
                  and not exists (select 1 from audit_link l where l.entry_id = e.id)
                order by e.id fetch first :most rows only
                """)
            .param("from", last - REORDERED)
            .param("most", CHUNK)
            .query((rs, row) -> new Unsealed(rs.getLong("id"), AuditLog.read(rs, row)))
            .list();
    if (!unsealed.isEmpty()) {
      write(head, unsealed);
    }
    return unsealed.size();
  }

  private void write(Head head, List<Unsealed> unsealed) {
    RowInsert links =
        new RowInsert("audit_link", "number", "entry_id", "salt", "values_hash", "hash");
    long number = head.number();
    String hash = head.hash();
    for (Unsealed next : unsealed) {
      String salt = salt();
      String values = AuditSeal.values(salt, next.entry());
      hash = AuditSeal.link(hash, next.id(), next.entry(), values);
      number++;
      links.row(number, next.id(), salt, values, hash);
    }
    links.run(db);
    db.sql("update audit_head set number = :number, hash = :hash")
        .param("number", number)
        .param("hash", hash)
        .update();
  }

  private String salt() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private Head lock() {
    return db.sql("select number, hash from audit_head for update")
        .query(RecordRows.of(Head.class))
        .single();
  }
}
