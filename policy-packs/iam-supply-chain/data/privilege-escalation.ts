/**
 * Sets of actions with which an identity that has all of a set, on every resource, gives itself more than it was given.
 *
 * Sources: rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation, which names the first 21 that KICS,
 * cloudsplaining and prowler check, and pathfinding.cloud for those of services that came later. Sets that hold another
 * set of the list are left out.
 */
export const privilegeEscalations: readonly (readonly string[])[] = [
  // Become another user.
  ["iam:CreateAccessKey"],
  ["iam:CreateLoginProfile"],
  ["iam:UpdateLoginProfile"],
  ["iam:AddUserToGroup"],
  // Change what a policy says, or who has it.
  ["iam:CreatePolicyVersion"],
  ["iam:SetDefaultPolicyVersion"],
  ["iam:AttachUserPolicy"],
  ["iam:AttachGroupPolicy"],
  ["iam:AttachRolePolicy"],
  ["iam:PutUserPolicy"],
  ["iam:PutGroupPolicy"],
  ["iam:PutRolePolicy"],
  // Change who may take a role.
  ["iam:UpdateAssumeRolePolicy"],
  // Pass a role to what one can then use.
  ["iam:PassRole", "ec2:RunInstances"],
  ["iam:PassRole", "ec2:RequestSpotInstances"],
  ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"],
  ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
  ["iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission"],
  ["iam:PassRole", "glue:CreateDevEndpoint"],
  ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"],
  ["iam:PassRole", "glue:CreateJob", "glue:CreateTrigger"],
  ["iam:PassRole", "cloudformation:CreateStack"],
  ["iam:PassRole", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"],
  ["iam:PassRole", "datapipeline:CreatePipeline"],
  ["iam:PassRole", "apprunner:CreateService"],
  ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"],
  ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuildBatch"],
  ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"],
  ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"],
  ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"],
  ["iam:PassRole", "sagemaker:CreateNotebookInstance"],
  ["iam:PassRole", "sagemaker:CreateTrainingJob"],
  ["iam:PassRole", "sagemaker:CreateProcessingJob"],
  // Change what already runs with a role.
  ["lambda:UpdateFunctionCode"],
  ["glue:UpdateDevEndpoint"],
  ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"],
];
