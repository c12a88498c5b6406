package dev.baton.lead.account;

import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which company is part of which: a tree of four levels at most. */
@Component
public class AccountParents {
  private static final int LEVELS = 4;

  private final JdbcClient db;

  AccountParents(JdbcClient db) {
    this.db = db;
  }

  /** An account by what it is called. */
  public record Named(String id, String name) {}

  /** What an account is part of. */
  public Optional<Named> parent(String id) {
    return db.sql(
            """
            select p.id, coalesce(p.name, p.domain) as name
            from account a join account p on p.id = a.parent_id where a.id = :id
            """)
        .param("id", id)
        .query(RecordRows.of(Named.class))
        .optional();
  }

  /** What is part of it, by name. */
  public List<Named> parts(String id) {
    return db.sql(
            """
            select id, coalesce(name, domain) as name from account where parent_id = :id
            order by 2, 1 fetch first 50 rows only
            """)
        .param("id", id)
        .query(RecordRows.of(Named.class))
        .list();
  }

  /**
   * A person says what an account is part of; null: of nothing.
   *
   * @throws InvalidInput where that would be a circle, or too many levels
   */
  public void decide(String id, @Nullable String parent, String by, Instant at) {
    objection(id, parent)
        .ifPresent(
            why -> {
              throw new InvalidInput(why, List.of(new FieldError("account", why)));
            });
    db.sql(
            "update account set parent_id = :parent, parent_by = :by, parent_at = :at where id = :id")
        .param("parent", parent)
        .param("by", by)
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
  }

  /** False where a person has decided, it is part of something, or that can't be. */
  boolean match(String id, String parent, Instant at) {
    return objection(id, parent).isEmpty()
        && db.sql(
                    """
                    update account set parent_id = :parent, parent_by = :by, parent_at = :at
                    where id = :id and parent_id is null and parent_by is null
                    """)
                .param("parent", parent)
                .param("by", AccountMemberships.MATCH)
                .param("at", Sql.timestamp(at))
                .param("id", id)
                .update()
            == 1;
  }

  private Optional<String> objection(String id, @Nullable String parent) {
    if (parent == null) {
      return Optional.empty();
    }
    // whoever makes a circle of two halves meets at one of these rows
    Set<String> locked = new TreeSet<>(above(parent));
    locked.add(id);
    db.sql("select id from account where id in (:ids) order by id for update")
        .param("ids", locked)
        .query(String.class)
        .list();
    List<String> above = above(parent);
    if (above.contains(id)) {
      return Optional.of("Of these two the other one is the part");
    }
    return above.size() + depth(List.of(id)) > LEVELS
        ? Optional.of("A company has at most %d levels of parts".formatted(LEVELS))
        : Optional.empty();
  }

  /** It and what it is part of, up to the top. */
  private List<String> above(String id) {
    List<String> path = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<String> next = Optional.of(id);
    while (next.filter(seen::add).isPresent()) {
      path.add(next.orElseThrow());
      next = parent(next.orElseThrow()).map(Named::id);
    }
    return path;
  }

  /** How many levels hang on these, with their own. */
  private int depth(List<String> ids) {
    List<String> parts =
        db.sql("select id from account where parent_id in (:ids)")
            .param("ids", ids)
            .query(String.class)
            .list();
    return parts.isEmpty() ? 1 : 1 + depth(parts);
  }
}
