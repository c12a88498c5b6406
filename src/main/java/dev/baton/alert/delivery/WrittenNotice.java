package dev.baton.alert.delivery;

import dev.baton.alert.message.NoticeKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was written to somebody, and when. */
public record WrittenNotice(
    NoticeKind kind,
    Delivery.Content content,
    @Nullable String insteadOf,
    @Nullable Instant sentAt) {}
