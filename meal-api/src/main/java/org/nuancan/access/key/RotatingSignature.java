package org.nuancan.access.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/// Signs access tokens with the newest key of the [KeyRing] and verifies them with any of its keys.
@Singleton
@Named("generator")
final class RotatingSignature implements SignatureGeneratorConfiguration {

    private final KeyRing keys;

    RotatingSignature(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public String supportedAlgorithmsMessage() {
        return "Only the ES256 algorithm is supported";
    }

    @Override
    public boolean supports(JWSAlgorithm algorithm) {
        return JWSAlgorithm.ES256.equals(algorithm);
    }

    @Override
    public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
        var key = keys.signing();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build();
        var token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(key));
        return token;
    }

    /// Reads the keys again if the token names a key that this node does not know.
    @Override
    public boolean verify(SignedJWT token) throws JOSEException {
        var keyId = token.getHeader().getKeyID();
        if (keyId == null || !supports(token.getHeader().getAlgorithm())) {
            return false;
        }
        var key = keys.verifying(keyId);
        return key.isPresent() && token.verify(new ECDSAVerifier(key.get()));
    }
}
