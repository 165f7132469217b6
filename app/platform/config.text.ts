/** What an operator reads when the environment is wrong. */
export const configText = {
  wrong: (details: string) => `Cấu hình sai:\n${details}`,
  incompleteS3: 'Cấu hình sai: kho tệp S3 cần đủ S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY',
  incompleteOidc: 'Cấu hình sai: OIDC_ISSUER cần OIDC_CLIENT_ID và OIDC_CLIENT_SECRET',
  incompleteCsc: 'Cấu hình sai: SIGNING=csc cần CSC_URL và CSC_TOKEN',
  dataKey: 'DATA_KEY phải là 32 byte viết theo base64',
} as const;
