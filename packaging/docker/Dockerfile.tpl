# {{jreleaserCreationStamp}}
FROM eclipse-temurin:17-jdk AS unpacked
COPY assembly/{{distributionArtifactFile}} /tmp/
RUN cd /opt && jar xf /tmp/{{distributionArtifactFile}} \
 && mv {{distributionArtifactRootEntryName}} sluice && chmod 0755 sluice/bin/{{distributionExecutableUnix}}

FROM {{dockerBaseImage}}
{{#dockerLabels}}
LABEL {{.}}
{{/dockerLabels}}
COPY --from=unpacked /opt/sluice /opt/sluice
RUN ln -s /opt/sluice/bin/{{distributionExecutableUnix}} /usr/local/bin/{{distributionExecutableUnix}} \
 && useradd --uid 10001 --create-home sluice \
 && install -d -o sluice -m 0700 /var/lib/sluice
USER sluice
ENV SLUICE_HOME=/var/lib/sluice LANG=C.UTF-8
VOLUME /var/lib/sluice
ENTRYPOINT {{dockerEntrypoint}}
