package dev.baton.privacy;

import dev.baton.sql.RecordRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Check of the audit's chain: each entry is there, as it was sealed, in its place. */
@Component
public class AuditCheck {
  private static final int CHUNK = 1_000;
  private static final int MOST_TOLD = 100;

  private final JdbcClient db;

  AuditCheck(JdbcClient db) {
    this.db = db;
  }

  /**
   * What was found.
   *
   * @param entries how many are sealed
   * @param erased how many have lost the words about an erased person since
   * @param head the seal of the last one: whoever keeps it elsewhere sees a chain that was made
   *     anew
   */
  public record AuditReport(
      boolean intact, long entries, long erased, String head, List<Broken> broken) {}

  /** A place where the chain doesn't hold. */
  public record Broken(long link, String why) {}

  private record Link(
      long number,
      long entryId,
      String salt,
      String valuesHash,
      String hash,
      @Nullable AuditEntry entry) {}

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public AuditReport run() {
    List<Broken> broken = new ArrayList<>();
    String previous = "";
    long number = 0;
    long erased = 0;
    for (List<Link> links = after(0); !links.isEmpty(); links = after(number)) {
      for (Link link : links) {
        String why = objection(previous, number, link);
        if (why != null) {
          broken.add(new Broken(link.number(), why));
        } else if (isErased(link)) {
          erased++;
        }
        previous = link.hash();
        number = link.number();
      }
    }
    AuditChain.Head head = head();
    if (head.number() != number || !head.hash().equals(previous)) {
      broken.add(new Broken(head.number(), "the last entries are missing"));
    }
    return new AuditReport(
        broken.isEmpty(),
        number,
        erased,
        head.hash(),
        broken.size() > MOST_TOLD ? broken.subList(0, MOST_TOLD) : broken);
  }

  private static @Nullable String objection(String previous, long before, Link link) {
    AuditEntry entry = link.entry();
    if (link.number() != before + 1) {
      return "entries before this one are missing";
    }
    if (entry == null) {
      return "the entry is missing";
    }
    if (!AuditSeal.link(previous, link.entryId(), entry, link.valuesHash()).equals(link.hash())) {
      return "who, what or when was changed";
    }
    boolean same = AuditSeal.values(link.salt(), entry).equals(link.valuesHash());
    return same || AuditSeal.isErased(entry) ? null : "what it tells was changed";
  }

  private static boolean isErased(Link link) {
    return link.entry() != null && AuditSeal.isErased(link.entry());
  }

  private List<Link> after(long number) {
    return db.sql(
            """
            select l.number, l.entry_id, l.salt, l.values_hash, l.hash, e.* from audit_link l
            left join audit_entry e on e.id = l.entry_id
            where l.number > :number order by l.number fetch first :most rows only
            """)
        .param("number", number)
        .param("most", CHUNK)
        .query(
            (rs, row) ->
                new Link(
                    rs.getLong("number"),
                    rs.getLong("entry_id"),
                    rs.getString("salt"),
                    rs.getString("values_hash"),
                    rs.getString("hash"),
                    rs.getString("subject") == null ? null : AuditLog.read(rs, row)))
        .list();
  }

  private AuditChain.Head head() {
    return db.sql("select number, hash from audit_head")
        .query(RecordRows.of(AuditChain.Head.class))
        .single();
  }
}
