package dev.baton.change;

import dev.baton.engine.deploy.ModelFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes.
 *
 * @param title null in an edit that leaves it
 * @param why null where nobody says, or in an edit that leaves it
 * @param files empty in an edit that leaves them
 */
record ChangeDraft(@Nullable String title, @Nullable String why, List<ModelFile> files) {

  /** SHA-256 of files, whatever their order. */
  static String hash(List<ModelFile> files) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    files.stream()
        .sorted(Comparator.comparing(ModelFile::name))
        .forEach(
            file -> {
              digest.update(file.name().getBytes(StandardCharsets.UTF_8));
              digest.update((byte) 0);
              digest.update(file.bytes());
              digest.update((byte) 0);
            });
    return Hex.encodeHexString(digest.digest());
  }
}
