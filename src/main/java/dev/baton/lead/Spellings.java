package dev.baton.lead;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How sources and campaigns are written: compared without case and blanks, each shows as it was
 * first written. What has been seen before costs no statement.
 */
@Component
public class Spellings {
  private static final int REMEMBERED = 10_000;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  private final JdbcClient db;
  private final Cache<Name, String> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  Spellings(JdbcClient db) {
    this.db = db;
  }

  private record Name(String kind, String compared) {}

  public @Nullable String source(@Nullable String written) {
    return firstWritten("source", written);
  }

  public @Nullable String campaign(@Nullable String written) {
    return firstWritten("campaign", written);
  }

  private @Nullable String firstWritten(String kind, @Nullable String written) {
    if (written == null) {
      return null;
    }
    Name name = new Name(kind, compared(written));
    String first = known.getIfPresent(name);
    if (first == null) {
      first = learned(name, written);
      known.put(name, first);
    }
    return first;
  }

  private static String compared(String written) {
    String composed = Normalizer.normalize(written.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    return BLANKS.matcher(composed).replaceAll("");
  }

  private String learned(Name name, String written) {
    db.sql(
            """
            insert into spelling (kind, compared, written) values (:kind, :compared, :written)
            on conflict do nothing
            """)
        .param("kind", name.kind())
        .param("compared", name.compared())
        .param("written", written)
        .update();
    return db.sql("select written from spelling where kind = :kind and compared = :compared")
        .param("kind", name.kind())
        .param("compared", name.compared())
        .query(String.class)
        .single();
  }
}
