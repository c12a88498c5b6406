package dev.baton.lead;

import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads whose person was erased: who they are is gone, what was counted of them stays. */
@Component
public class ErasedLeads {
  private final JdbcClient db;
  private final AddressHashes hashes;

  ErasedLeads(JdbcClient db, AddressHashes hashes) {
    this.db = db;
    this.hashes = hashes;
  }

  /** The records of a person: the lead and what was merged into it. */
  public List<Lead> records(String leadId) {
    return db.sql("select * from lead where id = :id or merged_into = :id order by id")
        .param("id", leadId)
        .query(Leads::read)
        .list();
  }

  /** The same, locked until the transaction ends in the order in which every intake locks them. */
  public List<Lead> lock(String leadId) {
    Set<String> erased = new TreeSet<>();
    List<Lead> records =
        db.sql("select * from lead where id = :id or merged_into = :id order by id for update")
            .param("id", leadId)
            .query(
                (rs, row) -> {
                  if (Sql.instantOrNull(rs, "erased_at") != null) {
                    erased.add(rs.getString("id"));
                  }
                  return Leads.read(rs, row);
                })
            .list();
    if (erased.contains(leadId)) {
      throw new ConcurrencyFailureException("This person has just been erased");
    }
    return records;
  }

  /** From here on nothing joins them; their addresses are known by their hash alone. */
  public void mark(List<Lead> records, Instant at) {
    for (Lead record : records) {
      db.sql("update lead set erased_at = :at, address_hash = :hash where id = :id")
          .param("at", Sql.timestamp(at))
          .param("hash", Optional.ofNullable(record.email()).map(hashes::of).orElse(null))
          .param("id", record.id())
          .update();
    }
  }
}
