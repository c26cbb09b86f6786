package org.nuancan.elder.importing;

import java.time.Instant;
import java.util.Optional;
import org.nuancan.text.TextEncoding;

/// An import job as it is on file.
///
/// @param area the digits of the area that its elders must lie in
/// @param encoding in which the file is read, also by a run that takes it over
/// @param lines of the file below its header, blank ones not counted
/// @param rows each becomes an elder or a fault
/// @param done how many rows are worked off
/// @param failure why the job failed, in the state `FAILED` only
record ImportJob(
        long importId,
        Instant createdAt,
        String createdBy,
        String area,
        TextEncoding encoding,
        State state,
        int lines,
        int rows,
        int done,
        int imported,
        int faults,
        Optional<Failure> failure,
        Optional<Instant> finishedAt) {

    /// How far a job is.
    enum State {
        /// Rows are being read, or wait for it.
        RUNNING,
        /// Every row is in or is a fault.
        DONE,
        /// No run got to the end; what is in stays in.
        FAILED
    }

    /// Why a job failed.
    enum Failure {
        /// The database turned the runs away.
        DATABASE("数据库多次不可用，请稍后重新上传", "the database was out of reach; upload the file again later"),
        /// Rows are missing after the last one.
        INCOMPLETE("部分行未能处理，请重新上传", "not every row was worked off; upload the file again"),
        /// An unexpected failure; the log has it.
        INTERNAL("系统内部错误，请联系管理员", "an internal error; report it"),
        /// The nodes that read it died.
        STOPPED("处理多次中断，请联系管理员", "the nodes that read it stopped each time; report it"),
        /// The stored file cannot be read as it could at first.
        UNREADABLE("存储的文件无法读取，请重新上传", "the stored file cannot be read; upload it again");

        private final String chinese;
        private final String english;

        Failure(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        String explanation() {
            return chinese + " / " + english;
        }
    }

    /// A run of a job: only the one that holds the lease may write.
    record Run(ImportJob job, long runner) {}
}
