import type { ResponderRule } from "./rule.ts";

/** Object stores; their errors name the key or the bucket that is missing. */
export const objectStoreRules: readonly ResponderRule[] = [
  {
    id: "s3-object",
    product: "Amazon S3",
    layer: "static",
    miss: "handler",
    confidence: 0.95,
    because: "an S3 error that names the missing key, so the bucket exists and the object does not",
    when: {
      body: /<Code>NoSuchKey<\/Code>(?![\s\S]{0,2000}<Details>No such object)|<li>Code: NoSuchKey<\/li>/,
      fields: { "x-amz-request-id": /./ },
    },
    alternatives: [{ name: "an S3-compatible object store", layer: "static" }],
    example: {
      status: 404,
      fields: {
        "content-type": "application/xml",
        server: "AmazonS3",
        "x-amz-request-id": "4442587FB7D0A2F9",
        "x-amz-id-2": "abc=",
      },
      body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>a.txt</Key><RequestId>4442587FB7D0A2F9</RequestId></Error>',
    },
  },
  {
    id: "s3-denied",
    product: "Amazon S3",
    layer: "static",
    miss: "handler",
    confidence: 0.93,
    because: "an S3 refusal, which stands for a missing key as well where the bucket may not be listed",
    when: { status: [403], body: /<Error><Code>AccessDenied<\/Code>/, fields: { "x-amz-request-id": /./ } },
    alternatives: [{ name: "an S3-compatible object store", layer: "static" }],
    example: {
      status: 403,
      fields: { "content-type": "application/xml", server: "AmazonS3", "x-amz-request-id": "4442587FB7D0A2F9" },
      body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
    },
  },
  {
    id: "s3-bucket",
    product: "Amazon S3",
    layer: "static",
    miss: "router",
    confidence: 0.95,
    because: "an S3 error that names the missing bucket or website",
    when: { body: /Code(?:>|: )(?:NoSuchBucket|NoSuchWebsiteConfiguration)</, fields: { "x-amz-request-id": /./ } },
    alternatives: [{ name: "an S3-compatible object store", layer: "static" }],
    example: {
      status: 404,
      fields: { "content-type": "application/xml", server: "AmazonS3", "x-amz-request-id": "4442587FB7D0A2F9" },
      body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message><BucketName>b</BucketName></Error>',
    },
  },
  {
    id: "google-storage",
    product: "Google Cloud Storage",
    layer: "static",
    miss: "handler",
    confidence: 0.95,
    because: "an object store's error with the XML declaration that Google Cloud Storage writes",
    when: { body: /^<\?xml version='1\.0' encoding='UTF-8'\?>\s{0,10}<Error><Code>NoSuch(?:Key|Bucket)</ },
    alternatives: [],
    example: {
      status: 404,
      fields: {
        "content-type": "application/xml; charset=UTF-8",
        server: "UploadServer",
        "x-guploader-uploadid": "ABC",
      },
      body: "<?xml version='1.0' encoding='UTF-8'?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>",
    },
  },
  {
    id: "s3-compatible",
    product: "an S3-compatible object store",
    layer: "static",
    miss: "handler",
    confidence: 0.85,
    because: "an object store's error that names the missing key, without the ids that Amazon sends",
    when: { body: /<Error>\s{0,10}<Code>NoSuchKey<\/Code>/ },
    alternatives: [{ name: "Amazon S3", layer: "static" }],
    example: {
      status: 404,
      fields: { "content-type": "application/xml" },
      body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>',
    },
  },
  {
    id: "azure-blob",
    product: "Azure Blob Storage",
    layer: "static",
    miss: "handler",
    confidence: 0.93,
    because: "an Azure storage error that names what is missing; for a private container it may hide a refusal",
    when: {
      body: /<Code>(?:BlobNotFound|ContainerNotFound|ResourceNotFound|ShareNotFound|TableNotFound|QueueNotFound)<\/Code>/,
    },
    alternatives: [],
    example: {
      status: 404,
      fields: {
        "content-type": "application/xml",
        server: "Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0",
        "x-ms-request-id": "abc",
      },
      body: '<?xml version="1.0" encoding="utf-8"?><Error><Code>BlobNotFound</Code><Message>The specified blob does not exist.</Message></Error>',
    },
  },
];
