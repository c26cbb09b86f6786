package org.nuancan.delivery.photo;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Photos in a bucket with the S3 protocol: Amazon, MinIO, Ceph or another cloud.
@Singleton
@Requires(property = "nuancan.photos.bucket")
final class PhotoBucket implements PhotoStore {

    /// Location of the bucket.
    ///
    /// @param endpoint null for Amazon
    @ConfigurationProperties("nuancan.photos")
    @Requires(property = "nuancan.photos.bucket")
    record Settings(
            String bucket,
            @Nullable URI endpoint,
            @Bindable(defaultValue = "us-east-1") String region,
            String accessKey,
            String secretKey) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String bucket;
    private final S3Client client;

    PhotoBucket(Settings settings) {
        this.bucket = settings.bucket();
        var builder =
                S3Client.builder()
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(PATIENCE)
                                        .socketTimeout(PATIENCE))
                        .region(Region.of(settings.region()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                settings.accessKey(), settings.secretKey())))
                        // Other servers than Amazon's do not support bucket names in the host name,
                        // trailing checksums or chunked signatures.
                        .forcePathStyle(true)
                        .serviceConfiguration(body -> body.chunkedEncodingEnabled(false))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED);
        var endpoint = settings.endpoint();
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        this.client = builder.build();
    }

    @Override
    public void put(String hash, byte[] photo) {
        try {
            var _ =
                    client.putObject(
                            request -> request.bucket(bucket).key(hash),
                            RequestBody.fromBytes(photo));
        } catch (SdkException exception) {
            throw new UncheckedIOException(
                    "nuancan.photos.bucket: " + bucket, new IOException(exception));
        }
    }

    @Override
    public Optional<byte[]> get(String hash) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(request -> request.bucket(bucket).key(hash))
                            .asByteArray());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException exception) {
            throw new UncheckedIOException(
                    "nuancan.photos.bucket: " + bucket, new IOException(exception));
        }
    }

    @Override
    public void delete(String hash) {
        try {
            var _ = client.deleteObject(request -> request.bucket(bucket).key(hash));
        } catch (SdkException exception) {
            throw new UncheckedIOException(
                    "nuancan.photos.bucket: " + bucket, new IOException(exception));
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
