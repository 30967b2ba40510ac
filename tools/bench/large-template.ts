/** The CloudFormation template of `largeProgram(blocks)`: what checks of other tools read. */
export interface Template {
  AWSTemplateFormatVersion: string;
  Resources: Record<string, { Type: string; Properties: object }>;
}

/**
 * The same resources as in large-program.ts, but for the attachments of policies, which CloudFormation has in the role: nine
 * in a block instead of ten.
 */
export function blockTemplate(blocks: number): Template {
  const Resources: Template["Resources"] = {
    Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" } },
  };
  for (let block = 0; block < blocks; block++)
    Object.assign(Resources, blockResources(`service-${block}`, `S${block}`));
  return { AWSTemplateFormatVersion: "2010-09-09", Resources };
}

function blockResources(name: string, id: string): Template["Resources"] {
  const ingress = [8000, 8001, 8002, 8003, 8004].map((port) => [
    `${id}Port${port}`,
    {
      Type: "AWS::EC2::SecurityGroupIngress",
      Properties: {
        GroupId: { "Fn::GetAtt": [`${id}Group`, "GroupId"] },
        IpProtocol: "tcp",
        FromPort: port,
        ToPort: port,
        CidrIp: "10.0.0.0/16",
      },
    },
  ]);
  const logs = ["access", "audit"].map((log) => [
    `${id}${log}`,
    { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: `/${name}/${log}`, RetentionInDays: 30 } },
  ]);
  return {
    [`${id}Group`]: {
      Type: "AWS::EC2::SecurityGroup",
      Properties: { GroupDescription: name, VpcId: { Ref: "Vpc" } },
    },
    ...Object.fromEntries([...ingress, ...logs]),
    [`${id}Role`]: {
      Type: "AWS::IAM::Role",
      Properties: {
        RoleName: name,
        AssumeRolePolicyDocument: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
        },
        ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
      },
    },
  };
}
