package dev.baton.lead;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keyed hashes of addresses: they tell of a known address that it was erased, and nobody reads an
 * address out of them. The key is made at first use and stays in the database.
 */
@Component
public class AddressHashes {
  private static final String ALGORITHM = "HmacSHA256";

  private final JdbcClient db;
  private volatile @Nullable SecretKeySpec key;

  AddressHashes(JdbcClient db) {
    this.db = db;
  }

  public String of(String email) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      return HexFormat.of().formatHex(mac.doFinal(email.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) {
      known = new SecretKeySpec(HexFormat.of().parseHex(kept()), ALGORITHM);
      key = known;
    }
    return known;
  }

  private String kept() {
    byte[] made = new byte[32];
    new SecureRandom().nextBytes(made);
    db.sql(
            """
            insert into address_key (singleton, content) values (true, :content)
            on conflict do nothing
            """)
        .param("content", HexFormat.of().formatHex(made))
        .update();
    return db.sql("select content from address_key").query(String.class).single();
  }
}
